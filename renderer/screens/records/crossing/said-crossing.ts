/** A recorded crossing in words: names, and why a traveller's verdict is what it is. */
import type { DecidedAbove } from '../../../../shared/contract/crossing-schemas.ts'
import type { CrossingLine } from '../../../../shared/contract/crossing-line-schemas.ts'
import type { Traveller } from '../../../../shared/domain/crossing/crossing.ts'
import { findingCodes, type FindingCode } from '../../../../shared/domain/finding/finding-codes.ts'
import type { Locale } from '../../../../shared/language/locale.ts'
import { shownText } from '../../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../../shared/language/time.ts'
import { fullName } from '../../../frame/session/officer-name.tsx'
import type { Speak } from '../../../i18n/catalogue.ts'
import { sayDate } from '../../../i18n/said-date.ts'

function sayName(speak: Speak, name: string | null): string {
  return name === null ? speak('records.unnamed') : shownText(name)
}

/** The names in a row, the driver's first. */
export function sayNames(speak: Speak, { names }: Pick<CrossingLine, 'names'>): string {
  return names.length > 0 ? names.map((name) => sayName(speak, name)).join(', ') : speak('records.nobody')
}

/** `Nguyễn Văn An · 26/02/1999 · 024099001234`. */
export function sayTraveller(
  speak: Speak,
  { name, birthDate, numbers }: Pick<Traveller, 'name' | 'birthDate' | 'numbers'>,
): string {
  const known = [...(birthDate ? [sayDate(birthDate)] : []), ...numbers.map((number) => shownText(number))]
  return [sayName(speak, name), ...known].join(' · ')
}

/** On whose word somebody was let pass: `Đại úy Trần Quốc Hùng (riêng lượt này: …)`. */
export function sayAbove(speak: Speak, above: DecidedAbove): string {
  if (above.by === 'emergency') return speak('decided.emergency')
  const given = above.given.map(({ by, what }) => `${fullName(by)} (${speak(`decided.for.${what}`)})`)
  return given.length > 0 ? given.join(' · ') : speak('records.aboveUnknown')
}

/** Why: the code's sentence; only its check where the sentence quotes values, which the journal's crossing leaves out. */
export function sayReasonCode(locale: Locale, speak: Speak, code: FindingCode): string {
  const { check, [locale]: sentence } = findingCodes[code]
  return sentence.includes('{') ? `${speak(`check.${check}`)} (${code})` : sentence
}

/** What a traveller showed, one line each. */
export function sayShown(speak: Speak, { certificate, documents, paper }: Traveller): string[] {
  const lines = documents.map(({ kind, number }) => speak(`document.${kind}`, { number }))
  if (certificate) {
    const { format, kind, name, validUntil } = certificate
    const what = [speak(`records.statement.${kind}`), format, shownText(name)]
    lines.unshift(
      [...what, ...(validUntil === null ? [] : [speak('period.until', { untilAt: validUntil })])].join(' · '),
    )
  }
  if (paper) {
    const { method, result, sampledAt, laboratory, number } = paper
    const said = [speak(`paper.method.${method}`), speak(`paper.result.${result}`)]
    if (sampledAt !== null) said.push(formatInstant(sampledAt))
    const written = [laboratory, number].flatMap((part) => (part === null ? [] : shownText(part)))
    lines.push([speak('records.paper'), ...said, ...written].join(' · '))
  }
  return lines
}
