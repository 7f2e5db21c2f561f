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
import type { Outcome, Verdict } from '../../shared/domain/finding/verdict.ts'
import { chance, pick, pickByShare, type Shares } from './chance.ts'
import { person, plate, type Person } from './people.ts'
import { drawShowing, shownCode, unreadableCode } from './shown.ts'

/** Something that happens later to what was recorded. */
export type Later =
  | { kind: 'amended'; minutes: number }
  | { kind: 'voided'; minutes: number }
  | { kind: 'noted'; minutes: number; text: string }

/** One passage, ready to be recorded. */
export interface Passage {
  /** When it is decided, epoch milliseconds. */
  at: number
  /** From the first code to the decision where nobody is before them, in milliseconds. */
  takes: number
  /** Scanned before it was decided, in order; `of`: by which traveller (null: it was no certificate). */
  scans: { verdict: Verdict; of: number | null }[]
  /** Null where the crossing was given up undecided. */
  decided: { decision: Decision; reason: Reason | null } | null
  crossing: Omit<Crossing, 'decision' | 'reason'>
  later: Later | null
  /** The same people again, sent back by the medical post with a new result; null: they do not come again. */
  returns: Passage | null
  /** It is somebody who was here before and comes back. */
  isReturn: boolean
}

/** Vehicles at a province's border, of a hundred; how many people are in one at most. Null: on foot. */
const kinds: Shares<{ kind: VehicleKind | null; seats: number }> = [
  [{ kind: 'motorbike', seats: 2 }, 38],
  [{ kind: 'car', seats: 4 }, 30],
  [{ kind: 'truck', seats: 2 }, 22],
  [{ kind: 'bus', seats: 24 }, 4],
  [{ kind: null, seats: 1 }, 3],
  [{ kind: 'special', seats: 3 }, 2],
  [{ kind: 'tractor', seats: 1 }, 1],
]
const usualKind = { kind: 'car', seats: 4 } as const

/** People who ever come by, and vehicles. Those of low numbers come more often. */
const people = 200_000
const vehicles = 20_000

const notes = ['Khai báo thêm: đi khám bệnh, có giấy hẹn.', 'Đã nhắc kê khai lại khi về.', 'Xe chở hàng thiết yếu.']
const places = ['Hà Nội', 'Bắc Ninh', 'Lạng Sơn', 'Thái Nguyên', 'Hải Dương', 'Quảng Ninh']

/** The passage of this serial number. @param seed of the whole practice @param at epoch milliseconds */
export function passage(serial: number, seed: number, at: number): Passage {
  const draw = chance(seed * 1_000_003 + serial)
  const { kind, seats } = pickByShare(draw(), kinds, 100) ?? usualKind
  const number = Math.floor(draw() ** 2 * vehicles)
  const count = 1 + Math.floor(draw() ** 2 * seats)
  const who = Array.from({ length: count }, (_, index) =>
    // Whoever drives stays with the vehicle.
    person(index === 0 && kind !== null ? number : vehicles + Math.floor(draw() ** 1.3 * (people - vehicles))),
  )
  const identifier = `PRACTICE-${seed}-${serial}`
  const shown = who.map((each, index) => showBy(each, { draw, at, identifier: `${identifier}-${index}` }))
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
  const later = decided && drawLater(draw)
  const returns =
    decided?.decision === 'referred' && draw() < returning ? comeBack(crossing, who, { draw, at, identifier }) : null
  return { at, takes: drawTakes(travellers, draw), scans, decided, crossing, later, returns, isReturn: false }
}

/** Seconds: to look up and press a key; for each person's code; for each who is not accepted, to be looked at and talked to. */
const seconds = { once: 6, each: 4, trouble: 35 } as const

/** How long it takes: half as long as usual, or up to half as long again. */
function drawTakes(travellers: readonly Traveller[], draw: () => number): number {
  const troubled = travellers.filter(({ outcome }) => outcome !== 'accepted').length
  const usual = seconds.once + seconds.each * travellers.length + seconds.trouble * troubled
  return Math.round(usual * (0.5 + draw()) * 1000)
}

/** Somebody who was sent to the medical post comes back with a new result after so long. */
const returnsAfter = 3 * 3_600_000
const returning = 0.85

/** Whoever is positive stays there, and whoever came along too. */
function comeBack(crossing: Passage['crossing'], who: readonly Person[], drawing: Drawing): Passage | null {
  if (crossing.travellers.some(({ reason }) => reason === 'result-positive')) return null
  const at = drawing.at + returnsAfter
  const shown = who.map((each, index) => {
    const identifier = `${drawing.identifier}-${index}-again`
    const verdict = shownCode(each, { showing: 'valid', identifier, drawn: 0, at })
    return { traveller: withCode(each, verdict, identifier), verdict }
  })
  const travellers = shown.map(({ traveller }) => traveller)
  return {
    at,
    takes: drawTakes(travellers, drawing.draw),
    scans: shown.map(({ verdict }, of) => ({ verdict, of })),
    decided: { decision: 'admitted', reason: null },
    crossing: { ...crossing, travellers, outcome: 'accepted' },
    later: null,
    returns: null,
    isReturn: true,
  }
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
