/** The certificate's fields as the details list them: label and value, absent ones left out. */
import type { Certificate } from '../../../../shared/certificate/certificate.ts'
import { formatInstant } from '../../../../shared/language/time.ts'
import { presentFields, type Field, type FieldRow } from './field.ts'
import { sayDate } from '../../../i18n/said-date.ts'
import { sayMoment } from './holder-facts.ts'

/** In the order in which an officer compares them with a paper. */
export function certificateFields({ holder, statement, ...envelope }: Certificate): Field[] {
  const letters = holder.transliterated
  const test = statement.kind === 'test' ? statement : null
  const rows: FieldRow[] = [
    ['field.transliterated', letters && `${letters.family} ${letters.given}`.replaceAll('<', ' ').trim()],
    ['field.birthDate', holder.birthDate && sayDate(holder.birthDate)],
    ['field.number', holder.number],
    ['field.sampled', test?.sampled && sayMoment(test.sampled)],
    ['field.reported', test?.reported && sayMoment(test.reported)],
    ['field.centre', test?.centre],
    ['field.authority', statement.authority],
    ['field.country', statement.country],
    ['field.identifier', statement.identifier],
    ['field.issuedAt', envelope.issuedAt === null ? null : formatInstant(envelope.issuedAt)],
    ['field.expiresAt', envelope.expiresAt === null ? null : formatInstant(envelope.expiresAt)],
    ['field.issuer', envelope.issuer],
    ['field.kid', envelope.kid],
    ['field.format', envelope.format],
  ]
  return presentFields(rows)
}
