/** One passage of a practice day: who comes in what, what they show, and what the officer does about it. */
import type {
  Crossing,
  Decision,
  Direction,
  Reason,
  ReasonCode,
  Traveller,
  VehicleKind,
} from '../../shared/domain/crossing/crossing.ts'
import type { Outcome, Verdict } from '../../shared/domain/verdict.ts'
import { chance, person, plate, type Person } from './people.ts'
import { drawShowing, shownCode, unreadableCode } from './shown.ts'

/** Something that happens later to what was recorded. */
export type Later =
  | { kind: 'amended'; minutes: number }
  | { kind: 'voided'; minutes: number }
  | { kind: 'noted'; minutes: number; text: string }

/** One passage, ready to be recorded. */
export interface Passage {
  at: number
  /** Scanned before it was decided, in order; `of`: by which traveller (null: it was no certificate). */
  scans: { verdict: Verdict; of: number | null }[]
  /** Null where the crossing was given up undecided. */
  decided: { decision: Decision; reason: Reason | null } | null
  crossing: Omit<Crossing, 'decision' | 'reason'>
  later: Later | null
}

/** Vehicles at a province's border, of a hundred; how many people are in one at most. Null: on foot. */
const kinds: readonly (readonly [kind: VehicleKind | null, share: number, seats: number])[] = [
  ['motorbike', 38, 2],
  ['car', 30, 4],
  ['truck', 22, 2],
  ['bus', 4, 24],
  [null, 3, 1],
  ['special', 2, 3],
  ['tractor', 1, 1],
]

/** People who ever come by, and vehicles. Those of low numbers come more often. */
const people = 200_000
const vehicles = 20_000

const notes = ['Khai báo thêm: đi khám bệnh, có giấy hẹn.', 'Đã nhắc kê khai lại khi về.', 'Xe chở hàng thiết yếu.']
const places = ['Hà Nội', 'Bắc Ninh', 'Lạng Sơn', 'Thái Nguyên', 'Hải Dương', 'Quảng Ninh']

const pick = <T>(drawn: number, choices: readonly T[]): T => {
  const choice = choices[Math.floor(drawn * choices.length)]
  if (choice === undefined) throw new Error('nothing to choose from')
  return choice
}

function drawKind(drawn: number): { kind: VehicleKind | null; seats: number } {
  let left = drawn * 100
  for (const [kind, share, seats] of kinds) {
    left -= share
    if (left < 0) return { kind, seats }
  }
  return { kind: 'car', seats: 4 }
}

/** The passage of this serial number. @param seed of the whole practice @param at epoch milliseconds */
export function passage(serial: number, seed: number, at: number): Passage {
  const draw = chance(seed * 1_000_003 + serial)
  const { kind, seats } = drawKind(draw())
  const number = Math.floor(draw() ** 2 * vehicles)
  const count = 1 + Math.floor(draw() ** 2 * seats)
  const who = Array.from({ length: count }, (_, index) =>
    // Whoever drives stays with the vehicle.
    person(index === 0 && kind !== null ? number : vehicles + Math.floor(draw() ** 1.3 * (people - vehicles))),
  )
  const shown = who.map((each, index) => showBy(each, { draw, at, identifier: `PRACTICE-${seed}-${serial}-${index}` }))
  const travellers = shown.map(({ traveller }) => traveller)
  const outcome = worstOf(travellers)
  const direction: Direction = draw() < 0.54 ? 'in' : 'out'
  const place = pick(draw(), places)
  const crossing = {
    direction,
    vehicle: kind && {
      plate: plate(number),
      trailerPlate: kind === 'truck' && draw() < 0.15 ? plate(number + vehicles) : null,
      kind,
      carrier: null,
      from: direction === 'in' ? place : null,
      to: direction === 'in' ? null : place,
    },
    people: count,
    travellers,
    outcome,
  }
  const scans: Passage['scans'] = shown.flatMap(({ verdict }, of) => (verdict ? [{ verdict, of }] : []))
  if (draw() < 0.02) scans.unshift({ verdict: unreadableCode(), of: null })
  const givenUp = draw() < 0.004
  const decided = givenUp ? null : decide(travellers, outcome, draw)
  return { at, scans, decided, crossing, later: decided && drawLater(draw) }
}

interface Drawing {
  draw: () => number
  at: number
  identifier: string
}

function showBy(who: Person, { draw, at, identifier }: Drawing): { traveller: Traveller; verdict: Verdict | null } {
  const showing = drawShowing(draw())
  const drawn = draw()
  if (showing === 'paper') return { traveller: onPaper(who, at, drawn), verdict: null }
  const verdict = shownCode(who, { showing, identifier, drawn, at })
  return { traveller: withCode(who, verdict, identifier), verdict }
}

function withCode({ name, birthDate, number }: Person, verdict: Verdict, id: string): Traveller {
  return {
    name,
    birthDate,
    numbers: [number],
    outcome: verdict.outcome,
    reason: verdict.reason.code,
    identity: 'alone',
    certificate: {
      scan: null,
      id,
      format: 'HC1',
      kind: 'test',
      name: name.toUpperCase(),
      validUntil: verdict.validUntil,
    },
    documents: [],
    paper: null,
  }
}

function onPaper({ name, birthDate, number }: Person, at: number, drawn: number): Traveller {
  const sampledAt = at - Math.floor(4 + drawn * 60) * 3_600_000
  return {
    name,
    birthDate,
    numbers: [number],
    outcome: 'check',
    reason: 'result-on-paper',
    identity: 'alone',
    certificate: null,
    documents: [],
    paper: { laboratory: null, number: null, sampledAt, method: 'rapid-antigen', result: 'negative' },
  }
}

const worse: readonly Outcome[] = ['rejected', 'check', 'unreadable', 'accepted']

const worstOf = (travellers: readonly Traveller[]): Outcome =>
  worse.find((outcome) => travellers.some((each) => each.outcome === outcome)) ?? 'accepted'

const because = (code: ReasonCode, note: string | null = null): Reason => ({ code, note })

function decide(travellers: readonly Traveller[], outcome: Outcome, draw: () => number): Passage['decided'] {
  const drawn = draw()
  if (outcome === 'accepted') {
    // Now and then somebody with a good paper is sent on to the medical post.
    return drawn < 0.004
      ? { decision: 'referred', reason: because('symptoms') }
      : { decision: 'admitted', reason: null }
  }
  const is = (code: Traveller['reason']): boolean => travellers.some(({ reason }) => reason === code)
  if (is('result-positive')) return { decision: 'referred', reason: null }
  if (is('signature-mismatch')) return { decision: 'refused', reason: null }
  if (outcome === 'rejected') {
    if (drawn < 0.07) return { decision: 'admitted', reason: because('emergency', 'Cấp cứu, có giấy chuyển viện.') }
    if (drawn < 0.13) return { decision: 'admitted', reason: because('supervisor-agreed') }
    return { decision: drawn < 0.3 ? 'referred' : 'refused', reason: null }
  }
  return drawn < 0.8
    ? { decision: 'admitted', reason: because('papers-seen') }
    : { decision: 'refused', reason: because('papers-missing') }
}

function drawLater(draw: () => number): Later | null {
  const [drawn, minutes] = [draw(), 1 + Math.floor(draw() * 9)]
  if (drawn < 0.012) return { kind: 'amended', minutes }
  if (drawn < 0.015) return { kind: 'voided', minutes }
  if (drawn < 0.023) return { kind: 'noted', minutes, text: pick(draw(), notes) }
  return null
}
