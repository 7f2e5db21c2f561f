/** Crossings as reports take them, and rows of them, for tests. */
import type { Line } from '../../../../main/reports/column.ts'
import { linesOf } from '../../../../main/reports/lines.ts'
import type { Crossing, Traveller } from '../../../../shared/domain/crossing/crossing.ts'
import type { ReportedCrossing } from '../../../../shared/domain/crossing/reported-crossing.ts'
import { crossingOf } from '../journal/crossing-of.ts'

/** 07:42:10 on 29 November 2026 in Viet Nam. */
export const morning = Date.parse('2026-11-29T07:42:10+07:00')

export const place = { post: 'Chốt Như Nguyệt', lane: '2' }

/** The letters of Vietnamese that no other alphabet has as well, composed: 134. */
export const markedLetters: readonly string[] = Array.from('aăâeêioôơuưy')
  .flatMap((vowel) =>
    ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
  )
  .filter((letter) => !/[a-z]/.test(letter))
  .concat('đ')
  .flatMap((letter) => [letter, letter.toUpperCase()])

type Changes = Partial<Omit<Crossing, 'travellers'>> & { travellers?: number }

/** A truck with two people at that morning, but for what is said otherwise. */
export function reported(
  changes: Partial<Omit<ReportedCrossing, 'crossing'>> & { crossing?: Changes } = {},
): ReportedCrossing {
  const { crossing, ...others } = changes
  return {
    kiosk: 'kiosk-1',
    epoch: 'e'.repeat(64),
    seq: 12,
    place: null,
    at: morning,
    enteredAt: null,
    startedAt: morning - 40_000,
    officer: null,
    unseenEmergency: false,
    amended: false,
    crossing: crossingOf(crossing),
    ...others,
  }
}

/** The same with travellers who differ in what is given, one a change. */
export function withTravellers(...changes: Partial<Traveller>[]): ReportedCrossing {
  const made = reported({ crossing: { travellers: changes.length } })
  const travellers = made.crossing.travellers.map((traveller, index) => ({ ...traveller, ...changes[index] }))
  return { ...made, crossing: { ...made.crossing, travellers } }
}

/** Rows of crossings at one post, in one run. */
export const linesAt = (...crossings: ReportedCrossing[]): Line[][] => [
  crossings.flatMap((each) => linesOf(each, () => place, null)),
]

/** All pieces of a text or file. */
export async function whole(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const piece of pieces) chunks.push(Buffer.from(piece))
  return Buffer.concat(chunks)
}
