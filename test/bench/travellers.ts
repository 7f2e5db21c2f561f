/**
 * Made-up crossings of a busy checkpoint: vehicles that come again, drivers that stay with theirs. The same numbers make
 * the same crossings.
 */
import { chance } from '../../main/practice/chance.ts'
import { person, plate } from '../../main/practice/people.ts'
import type { Crossing, Decision, Traveller } from '../../shared/domain/crossing/crossing.ts'
import type { Outcome } from '../../shared/domain/finding/verdict.ts'

/** People who ever come by, and vehicles. Those of low numbers come more often. */
const people = 2_000_000
const vehicles = 120_000

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
