/** What a correction changed of a recorded crossing, in words. */
import type { Correctable } from '../../../../shared/contract/recorded-schemas.ts'
import type { Reason } from '../../../../shared/domain/crossing/crossing.ts'
import { decisionWords, reasonWords, vehicleKindWords } from '../../../../shared/language/crossing-words.ts'
import { onFootWords } from '../../../../shared/language/plate-words.ts'
import type { Locale } from '../../../../shared/language/locale.ts'
import { shownText } from '../../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../../shared/language/time.ts'
import type { Speak } from '../../../i18n/catalogue.ts'
import { vehicleTexts } from './correction.ts'

/** One thing that was changed: what it is called, what it was, and what it became. */
export interface SaidDifference {
  label: string
  was: string
  is: string
}

/** `Theo chỉ đạo của cấp trên: công văn 12`. */
export function sayReason(locale: Locale, { code, note }: Reason): string {
  return [reasonWords[locale][code], ...(note === null ? [] : [shownText(note)])].join(': ')
}

/** Everything in which a crossing differs from what it was, in the order of the form; nothing where it does not. */
export function sayDifferences(locale: Locale, speak: Speak, was: Correctable, is: Correctable): SaidDifference[] {
  const before = sayParts(locale, speak, was)
  const after = sayParts(locale, speak, is)
  return before.flatMap(([label, said], index) => {
    const now = after[index]?.[1] ?? null
    const nothing = speak('history.nothing')
    return now === said ? [] : [{ label, was: said ?? nothing, is: now ?? nothing }]
  })
}

/** Always as many, in the same order. */
function sayParts(
  locale: Locale,
  speak: Speak,
  { decision, reason, vehicle, happenedAt }: Correctable,
): (readonly [label: string, said: string | null])[] {
  return [
    [speak('records.decision'), decisionWords[locale][decision]],
    [speak('records.why'), reason && sayReason(locale, reason)],
    [speak('correct.happenedAt'), happenedAt === undefined ? null : formatInstant(happenedAt)],
    [speak('history.vehicle'), vehicle ? speak('history.inVehicle') : onFootWords[locale]],
    ...vehicleTexts.map((name) => [speak(`correct.${name}`), shown(vehicle?.[name])] as const),
    [speak('correct.kind'), vehicle?.kind ? vehicleKindWords[locale][vehicle.kind] : null],
  ]
}

const shown = (text: string | null | undefined): string | null => (text ? shownText(text) : null)
