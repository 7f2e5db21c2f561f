import { describe, expect, it } from 'vitest'
import { closeCrossing } from '../../../../../shared/domain/crossing/close-crossing.ts'
import type { Decision, Direction } from '../../../../../shared/domain/crossing/crossing.ts'
import { noVehicle } from '../../../../../shared/domain/crossing/open-crossing.ts'
import { bestPerson } from '../../../../../shared/domain/crossing/person.ts'
import {
  findRepeats,
  findVehicleRepeats,
  turnedAwayBefore,
  type EarlierCrossing,
} from '../../../../../shared/domain/crossing/repeats.ts'
import { judgeTraveller } from '../../../../../shared/domain/crossing/traveller-verdict.ts'
import { finding } from '../../../../../shared/domain/finding/finding.ts'
import { sayShort } from '../../../../../shared/language/say.ts'
import { an, cardOf, judged, resultOf, shown } from '../../../../fixtures/shown-things.ts'
import { hour, now } from '../../../../fixtures/verdicts.ts'

const there = shown(resultOf(an), cardOf(an))
const circumstances = { now, enteredLater: false, withinMinutes: 30, place: 'Km 98, làn 2' }

/** How it was decided about them, so many hours ago. */
function before(decision: Decision, hoursAgo: number, direction: Direction = 'in'): EarlierCrossing {
  const crossing = { ...there, direction, vehicle: { ...noVehicle, plate: '98A-123.45' } }
  const at = now - hoursAgo * hour
  return { seq: 100 - hoursAgo, at, crossing: closeCrossing(judged(crossing), decision, null) }
}

/** What is found for the same person, newest first. */
const found = (ofPerson: readonly EarlierCrossing[], withinMinutes: number | null = 30) => {
  const person = bestPerson(there.travellers[0]!.evidence)
  const presence = { person, digest: null, plates: [], direction: 'in' } as const
  return findRepeats(presence, { ofCertificate: [], ofPerson, abandoned: null }, { ...circumstances, withinMinutes })
}
const codes = (...given: Parameters<typeof found>): string[] => found(...given).map(({ code }) => code)
const ofVehicle = (earlier: readonly EarlierCrossing[]): string[] =>
  findVehicleRepeats(earlier, null, circumstances).map(({ code }) => code)

describe('who was turned away and comes back', () => {
  it('is said to have been, how and when, long after the minutes in which nobody comes again', () => {
    expect(codes([before('refused', 8)])).toEqual(['person-refused'])
    expect(codes([before('referred', 8)])).toEqual(['person-referred'])
    const [said] = found([before('referred', 1)])
    expect(said?.values).toEqual({ seenAt: now - hour, place: 'Km 98, làn 2', vehicle: '98A-123.45' })
    expect(sayShort('vi', said!)).toBe('Đã chuyển y tế 07:00 04/10/2021')
  })

  it('is not let pass by it, whatever else is valid', () => {
    const [traveller] = there.travellers
    const verdict = judgeTraveller(traveller!, found([before('referred', 1)]))
    expect(verdict).toMatchObject({ outcome: 'check', reason: { code: 'person-referred' } })
  })

  it('is said to have been though there is another reason to say first', () => {
    const [traveller] = shown(cardOf(an)).travellers
    const verdict = judgeTraveller(traveller!, found([before('refused', 1)]))
    expect(verdict.reason.code).toBe('result-missing')
    expect(turnedAwayBefore(verdict.findings)?.code).toBe('person-refused')
    expect(turnedAwayBefore([finding('person-again')])).toBeNull()
  })

  it('is said to have been though a crossing with them was given up since', () => {
    const both = [finding('person-abandoned'), ...found([before('referred', 2)])]
    expect(turnedAwayBefore(both)?.code).toBe('person-referred')
    expect(turnedAwayBefore([finding('person-abandoned')])?.code).toBe('person-abandoned')
  })

  it('may come either way, and whether or not the policy asks about coming again', () => {
    expect(codes([before('refused', 2, 'out')])).toEqual(['person-refused'])
    expect(codes([before('refused', 2)], null)).toEqual(['person-refused'])
  })

  it('is not, once somebody has admitted them since', () => {
    expect(codes([before('admitted', 1), before('referred', 2)])).toEqual([])
    expect(codes([before('referred', 1), before('admitted', 2)])).toEqual(['person-referred'])
  })

  it('is forgotten after a day, and not at midnight', () => {
    expect(codes([before('refused', 23)])).toEqual(['person-refused'])
    expect(codes([before('refused', 25)])).toEqual([])
  })
})

describe('a vehicle that was turned away and comes back', () => {
  it('is said to have been, whoever sits in it', () => {
    expect(ofVehicle([before('refused', 3)])).toEqual(['vehicle-refused'])
    expect(ofVehicle([before('referred', 3)])).toEqual(['vehicle-referred'])
  })

  it('is not, once it was admitted, or where it was never here', () => {
    expect(ofVehicle([before('admitted', 1), before('refused', 3)])).toEqual([])
    expect(ofVehicle([])).toEqual([])
  })
})
