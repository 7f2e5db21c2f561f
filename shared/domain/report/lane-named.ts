/** Which lane a report is asked for, as somebody types it. */
import { foldLetters } from '../person/letter-folding.ts'

/** As people say it: `Làn 1`, `lane 1` and `1` are one. */
const said = (lane: string): string =>
  foldLetters(lane.normalize('NFC').trim(), 'plain')
    .toLowerCase()
    .replace(/^lane?\s+/, '')

/** The lane as it is called; null: the kiosk was never at one of that name. */
export function laneNamed(typed: string, known: readonly string[]): string | null {
  const text = typed.normalize('NFC').trim()
  return known.find((lane) => lane === text) ?? known.find((lane) => said(lane) === said(text)) ?? null
}
