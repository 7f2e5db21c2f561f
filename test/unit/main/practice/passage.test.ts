import { describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { passage } from '../../../../main/practice/passage.ts'
import { crossingSchema } from '../../../../shared/domain/crossing/crossing.ts'
import { isWholePlate } from '../../../../shared/domain/plate/plate.ts'
import { conclude } from '../../../../shared/domain/finding/verdict.ts'

const at = Date.parse('2026-03-10T09:00:00+07:00')
const many = Array.from({ length: 3000 }, (_, serial) => passage(serial, 1, at))
const decided = many.flatMap(({ crossing, decided: how }) => (how ? [{ ...crossing, ...how }] : []))

describe('a passage of a practice day', () => {
  test('is a crossing as the lane records one', () => {
    for (const crossing of decided) expect(v.safeParse(crossingSchema, crossing).issues).toBeUndefined()
  })

  test('has a plate as they are written here, or is on foot', () => {
    const plates = decided.flatMap(({ vehicle }) => (vehicle?.plate == null ? [] : [vehicle.plate]))
    expect(plates.length).toBeGreaterThan(2500)
    expect(plates.filter((plate) => !isWholePlate(plate))).toEqual([])
  })

  test('is decided with a reason wherever somebody who is not accepted is admitted', () => {
    const departing = decided.filter(({ outcome, decision }) => outcome !== 'accepted' && decision === 'admitted')
    expect(departing.length).toBeGreaterThan(10)
    expect(departing.filter(({ reason }) => reason === null)).toEqual([])
  })

  test('never lets somebody pass who is positive or whose result is forged', () => {
    const grave = decided.filter(({ travellers }) =>
      travellers.some(({ reason }) => reason === 'result-positive' || reason === 'signature-mismatch'),
    )
    expect(grave.length).toBeGreaterThan(5)
    expect(grave.filter(({ decision }) => decision === 'admitted')).toEqual([])
  })

  test('has scans whose outcome follows from their findings', () => {
    for (const { verdict } of many.flatMap(({ scans }) => scans))
      expect(conclude(verdict.findings)).toEqual({ outcome: verdict.outcome, reason: verdict.reason })
  })

  test('is everything that happens at a post, in some passage', () => {
    expect(new Set(many.map(({ decided: how }) => how?.decision ?? 'abandoned'))).toEqual(
      new Set(['admitted', 'refused', 'referred', 'abandoned']),
    )
    expect(new Set(many.map(({ later }) => later?.kind ?? 'nothing'))).toEqual(
      new Set(['nothing', 'amended', 'voided', 'noted']),
    )
  })
})

describe('somebody who was sent to the medical post comes back', () => {
  const returns = many.flatMap(({ crossing, returns: again }) => (again ? [{ crossing, again }] : []))

  test('later, in the same vehicle, with new results that are all accepted', () => {
    expect(returns.length).toBeGreaterThan(10)
    for (const { crossing, again } of returns) {
      expect(again.at).toBeGreaterThan(at)
      expect(again.crossing.vehicle).toEqual(crossing.vehicle)
      expect(again.crossing.travellers.map(({ name }) => name)).toEqual(crossing.travellers.map(({ name }) => name))
      expect(again.scans.map(({ verdict }) => verdict.outcome)).toEqual(crossing.travellers.map(() => 'accepted'))
      expect(again.decided).toEqual({ decision: 'admitted', reason: null })
    }
  })

  test('but nobody who came with somebody positive', () => {
    expect(
      returns.filter(({ crossing }) => crossing.travellers.some((each) => each.reason === 'result-positive')),
    ).toEqual([])
  })
})
