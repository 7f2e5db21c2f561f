/** What the screen says about an identity document: all of it a claim. */
import type { Document } from '../../../../shared/document/document.ts'
import { shownText } from '../../../../shared/language/shown-text.ts'
import type { Speak } from '../../../i18n/catalogue.ts'
import { presentFields, type Field } from './field.ts'
import { sayDate } from '../../../i18n/said-date.ts'

/** Which document, with the number as the code has it. */
export function sayDocument(speak: Speak, { kind, number }: Document): string {
  return speak(`document.${kind}`, { number })
}

/** Under the name: birth date, sex, address, date of issue; what the code leaves out is left out. */
export function sayPerson(speak: Speak, { birthDate, sex, address, issued }: Document): string[] {
  return [
    birthDate && speak('document.born', { date: sayDate(birthDate) }),
    sex && speak(`sex.${sex}`),
    address && shownText(address),
    issued && speak('document.issued', { date: sayDate(issued) }),
  ].flatMap((fact) => fact || [])
}

/** The document's fields as the details list them, in the order of the card. */
export function documentFields(speak: Speak, document: Document): Field[] {
  const { number, oldNumber, name, birthDate, sex, address, issued, extras } = document
  return presentFields([
    ['field.number', number],
    ['field.oldNumber', oldNumber],
    ['field.name', name],
    ['field.birthDate', birthDate && sayDate(birthDate)],
    ['field.sex', sex && speak(`sex.${sex}`)],
    ['field.address', address],
    ['field.issued', issued && sayDate(issued)],
    ['field.extras', extras.filter((extra) => extra !== '').join(' · ')],
  ])
}
