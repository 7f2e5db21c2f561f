/**
 * Made-up people and vehicles of a busy checkpoint: names as often as they are in Viet Nam, vehicles that come again,
 * drivers that stay with theirs. The same numbers make the same people.
 */
import type { Crossing, Decision, Traveller } from '../../shared/domain/crossing/crossing.ts'
import type { Outcome } from '../../shared/domain/verdict.ts'
import { drawName } from './names.ts'

/** Numbers from 0 to 1 that look drawn by chance and are always the same for a seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** People who ever come by, and vehicles. Those of low numbers come more often. */
const people = 2_000_000
const vehicles = 120_000

export interface Person {
  name: string
  birthDate: string
  number: string
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Somebody. */
export function person(id: number): Person {
  const draw = chance(id * 7919 + 13)
  const man = draw() < 0.6
  const name = drawName(draw, man)
  const year = 1950 + Math.floor(draw() * 58)
  const place = 1 + Math.floor(draw() * 96)
  const sex = (year < 2000 ? 0 : 2) + (man ? 0 : 1)
  return {
    name,
    birthDate: `${year}-${two(1 + Math.floor(draw() * 12))}-${two(1 + Math.floor(draw() * 28))}`,
    number: `0${two(place)}${sex}${two(year % 100)}${String(id).padStart(6, '0').slice(-6)}`,
  }
}

const of = (drawn: number, choices: readonly string[]): string => choices[Math.floor(drawn * choices.length)] ?? ''

/** The plate of a vehicle. */
export function plate(vehicle: number): string {
  const draw = chance(vehicle * 104_729 + 7)
  const order = String(Math.floor(draw() * 100_000)).padStart(5, '0')
  const provinces = ['98', '98', '98', '99', '29', '30', '12', '20', '34', '15', '89', '14', '88']
  return `${of(draw(), provinces)}${of(draw(), ['A', 'C', 'B', 'H', 'D'])}-${order.slice(0, 3)}.${order.slice(3)}`
}

function traveller(id: number, serial: number): Traveller {
  const { name, birthDate, number } = person(id)
  const result = String(id * 53 + Math.floor(serial / 24_000)).padStart(24, '0')
  const outcome: Outcome = id % 19 === 0 ? 'check' : 'accepted'
  return {
    name,
    birthDate,
    numbers: [number],
    outcome,
    reason: outcome === 'accepted' ? 'rules-met' : 'revocations-old',
    identity: 'same',
    certificate: {
      scan: serial * 9 + 1,
      id: `URN:UVCI:01:VN:${result}#8`,
      format: 'HC1',
      kind: 'test',
      name: name.toUpperCase(),
      validUntil: 1_796_000_000_000 + serial,
    },
    documents: [{ scan: serial * 9 + 2, kind: 'citizen-card', number }],
    paper: null,
  }
}

/** Who is in the crossing of this serial number, the driver first. */
export function peopleIn(serial: number): { vehicle: number; ids: number[] } {
  const draw = chance(serial)
  const vehicle = Math.floor(draw() ** 2 * vehicles)
  const others = Array.from({ length: 3 }, () => vehicles + Math.floor(draw() ** 1.3 * (people - vehicles)))
  return { vehicle, ids: [vehicle, ...others] }
}

/** A crossing of four. */
export function crossing(serial: number): Crossing {
  const { vehicle, ids } = peopleIn(serial)
  const decision: Decision = serial % 31 === 0 ? 'refused' : serial % 97 === 0 ? 'referred' : 'admitted'
  const travellers = ids.map((id) => traveller(id, serial))
  return {
    direction: serial % 2 === 0 ? 'in' : 'out',
    vehicle: { plate: plate(vehicle), trailerPlate: null, kind: 'car', carrier: null, from: null, to: 'Bắc Giang' },
    people: travellers.length,
    travellers,
    outcome: travellers.some(({ outcome }) => outcome === 'check') ? 'check' : 'accepted',
    decision,
    reason: decision === 'admitted' ? null : { code: 'order', note: null },
  }
}
