/** A recorded crossing in words: plates, names, and why a traveller's verdict is what it is. */
import type { CrossingLine } from '../../../shared/contract/crossing-schemas.ts'
import type { Traveller } from '../../../shared/domain/crossing/crossing.ts'
import { findingCodes, type FindingCode } from '../../../shared/domain/finding-codes.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import type { Speak } from '../../i18n/catalogue.ts'
import { sayDate } from '../lane/holder-facts.ts'

/** `98A-123.45 + 98R-001.23`, or why there is none. */
export function sayPlates(
  speak: Speak,
  { onFoot, plate, trailerPlate }: Pick<CrossingLine, 'onFoot' | 'plate' | 'trailerPlate'>,
): string {
  if (onFoot) return speak('records.onFoot')
  const plates = [plate, trailerPlate].filter((each) => each !== null)
  return plates.length > 0 ? plates.join(' + ') : speak('records.noPlate')
}

/** The names in a row, the driver's first. */
export function sayNames(speak: Speak, { names }: Pick<CrossingLine, 'names'>): string {
  return names.length > 0 ? names.map((name) => name ?? speak('records.unnamed')).join(', ') : speak('records.nobody')
}

/** `Nguyễn Văn An · 26/02/1999 · 024099001234`. */
export function sayTraveller(
  speak: Speak,
  { name, birthDate, numbers }: Pick<Traveller, 'name' | 'birthDate' | 'numbers'>,
): string {
  return [name ?? speak('records.unnamed'), ...(birthDate ? [sayDate(birthDate)] : []), ...numbers].join(' · ')
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
    const what = [speak(`records.statement.${kind}`), format, name]
    lines.unshift(
      [...what, ...(validUntil === null ? [] : [speak('period.until', { untilAt: validUntil })])].join(' · '),
    )
  }
  if (paper) {
    const { method, result, sampledAt, laboratory, number } = paper
    const said = [speak(`paper.method.${method}`), speak(`paper.result.${result}`)]
    if (sampledAt !== null) said.push(formatInstant(sampledAt))
    lines.push([speak('records.paper'), ...said, laboratory, number].filter((part) => part !== null).join(' · '))
  }
  return lines
}
