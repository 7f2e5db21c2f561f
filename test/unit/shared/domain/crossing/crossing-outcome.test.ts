import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outcomeOf, urgentFirst } from '../../../../../shared/domain/crossing/crossing-outcome.ts'
import type { Vehicle } from '../../../../../shared/domain/crossing/crossing.ts'
import { emptyCrossing, noVehicle, type OpenCrossing } from '../../../../../shared/domain/crossing/open-crossing.ts'
import { finding } from '../../../../../shared/domain/finding/finding.ts'
import { outcomes, type Outcome } from '../../../../../shared/domain/finding/verdict.ts'
import { sayWholeCounts, sayWholeWord } from '../../../../../shared/language/whole-words.ts'

const car: Vehicle = { ...noVehicle, plate: '98A-123.45' }
const refused = finding('people-surplus', { there: 2, counted: 1 })

/** A crossing of people who came out so, in a car unless something else is said. */
function of(people: readonly Outcome[], changes: Partial<OpenCrossing> = {}) {
  const crossing = { ...emptyCrossing('in'), vehicle: car, ...changes }
  return outcomeOf(
    crossing,
    people.map((outcome) => ({ outcome })),
  )
}

/** What heads the panel. */
const headed = (...given: Parameters<typeof of>): string => {
  const whole = of(...given)
  return [sayWholeWord('vi', whole), sayWholeCounts('vi', whole)].filter((part) => part !== '').join(' · ')
}

describe('a crossing as a whole', () => {
  it('is the worst of all, whoever was scanned last', () => {
    expect(of(['rejected', 'accepted'], { people: 2 })).toMatchObject({ worst: 'rejected', filled: false })
    expect(of(['check', 'accepted'], { people: 2 })).toMatchObject({ worst: 'check', filled: false })
    expect(of(['accepted', 'accepted'], { people: 2 })).toMatchObject({ worst: 'accepted', filled: true })
  })

  it('is not filled green until somebody has counted', () => {
    expect(of(['accepted'])).toMatchObject({ worst: 'accepted', filled: false, completeness: 'uncounted' })
    expect(headed(['accepted'])).toBe('ĐẠT 1 · chưa đếm')
  })

  it('is not filled green until all who were counted are there, and is a check if it is decided before', () => {
    const three = of(['accepted', 'accepted', 'accepted'], { people: 4 })
    expect(three).toMatchObject({ worst: 'accepted', outcome: 'check', filled: false, missing: 1 })
    expect(headed(['accepted', 'accepted', 'accepted'], { people: 4 })).toBe('ĐẠT 3 · còn thiếu 1')
    expect(headed(['accepted', 'accepted'], { people: 2 })).toBe('HỢP LỆ · 2 đạt')
  })

  it('is a check where more are there than were counted, and says so', () => {
    const five = of(
      Array.from({ length: 5 }, () => 'accepted'),
      { people: 4 },
    )
    expect(five).toMatchObject({ worst: 'check', outcome: 'check', filled: false, surplus: 1 })
    expect(five.reasons.map(({ code }) => code)).toEqual(['people-surplus'])
    expect(headed(['accepted', 'accepted'], { people: 1 })).toBe('CẦN KIỂM TRA · 2 đạt · thừa 1')
  })

  it('is one with a person who is alone: on foot, on a motorbike, or of whom only a code was scanned yet', () => {
    const alone: Partial<OpenCrossing>[] = [
      { vehicle: null },
      { vehicle: noVehicle },
      { vehicle: { ...noVehicle, kind: 'motorbike' } },
      { vehicle: { ...noVehicle, plate: '98-B1 123.45' } },
    ]
    for (const each of alone) {
      expect(of(['accepted'], each)).toMatchObject({ filled: true, completeness: 'alone' })
      expect(headed(['accepted'], each)).toBe('HỢP LỆ')
      expect(headed(['rejected'], each)).toBe('KHÔNG HỢP LỆ')
    }
  })

  it('is not one with a person beside whom somebody sits, stands, or is about to be scanned', () => {
    const together: Partial<OpenCrossing>[] = [
      { vehicle: car },
      { vehicle: { ...noVehicle, kind: 'bus' } },
      { vehicle: { ...noVehicle, kind: 'car', plate: '98-B1 123.45' } },
      { vehicle: { ...noVehicle, carrier: 'Hà Sơn' } },
      { vehicle: null, awaitingNext: true },
      { vehicle: null, people: 2 },
    ]
    for (const each of together) expect(of(['accepted'], each).filled).toBe(false)
    expect(of(['accepted', 'accepted'], { vehicle: null }).filled).toBe(false)
  })

  it('is a check of nobody where nobody has shown anything, however many were counted', () => {
    expect(of([])).toMatchObject({ worst: 'check', outcome: 'check', filled: false, completeness: 'nobody' })
    expect(of([], { people: 4 })).toMatchObject({ worst: 'check', missing: 4, completeness: 'nobody' })
  })

  it('tells of a bus how many came out how', () => {
    const bus: Outcome[] = [...Array.from({ length: 17 }, () => 'accepted' as const), 'rejected', 'rejected']
    expect(headed(bus, { people: 22 })).toBe('KHÔNG HỢP LỆ · 17 đạt · 2 không · còn thiếu 3')
    expect(headed([...bus, 'check'])).toBe('KHÔNG HỢP LỆ · 17 đạt · 2 không · 1 cần xem · chưa đếm')
    const whole = of(bus, { people: 22 })
    expect(sayWholeCounts('en', whole)).toBe('17 valid · 2 not · 3 missing')
  })

  it('is a check where something is known against the vehicle, whatever its people show', () => {
    const crossing = { ...emptyCrossing('in'), vehicle: car, people: 1 }
    expect(outcomeOf(crossing, [{ outcome: 'accepted' }], [refused])).toMatchObject({
      worst: 'check',
      filled: false,
      reasons: [refused],
    })
  })
})

describe('of any crossing', () => {
  const anyOutcome = fc.constantFrom(...outcomes)
  const anyPeople = fc.array(anyOutcome, { maxLength: 30 })
  const anyCrossing = fc.record({
    people: fc.option(fc.integer({ min: 1, max: 30 })),
    vehicle: fc.constantFrom(null, noVehicle, car, { ...noVehicle, kind: 'motorbike' } as const),
    awaitingNext: fc.boolean(),
  })

  it('nothing is filled in which anybody is not accepted, missing or too many', () => {
    fc.assert(
      fc.property(anyPeople, anyCrossing, (people, crossing) => {
        const whole = of(people, crossing)
        const all = people.length > 0 && people.every((outcome) => outcome === 'accepted')
        const counted = crossing.people === null ? people.length === 1 : crossing.people === people.length
        return !whole.filled || (all && counted && whole.outcome === 'accepted')
      }),
    )
  })

  it('everybody who was counted and is accepted fills it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), anyCrossing, (people, crossing) => {
        const accepted = Array.from({ length: people }, () => 'accepted' as const)
        return of(accepted, { ...crossing, people }).filled
      }),
    )
  })

  it('one more person never makes it better, nor does the order in which they were scanned', () => {
    const severity: Record<Outcome, number> = { accepted: 0, check: 1, unreadable: 1, rejected: 2 }
    fc.assert(
      fc.property(fc.array(anyOutcome, { minLength: 1, maxLength: 30 }), anyOutcome, (people, next) => {
        const [before, after] = [of(people).worst, of([...people, next]).worst]
        return severity[after] >= severity[before] && of([next, ...people]).worst === after
      }),
    )
  })

  it('everybody is counted once', () => {
    fc.assert(
      fc.property(anyPeople, anyCrossing, (people, crossing) => {
        const { accepted, check, rejected, missing, surplus } = of(people, crossing)
        expect(accepted + check + rejected).toBe(people.length)
        if (crossing.people !== null) expect(people.length + missing - surplus).toBe(crossing.people)
      }),
    )
  })

  it('the rows are the same ones, the red on top and each kind in its order', () => {
    const rows = fc.array(fc.record({ id: fc.integer(), outcome: anyOutcome }))
    fc.assert(
      fc.property(rows, (people) => {
        const ordered = urgentFirst(people)
        const kept = (wanted: readonly Outcome[]) => people.filter(({ outcome }) => wanted.includes(outcome))
        expect(ordered).toEqual([...kept(['rejected']), ...kept(['check', 'unreadable']), ...kept(['accepted'])])
      }),
    )
  })
})
