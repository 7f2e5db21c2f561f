import { expect, test } from 'vitest'
import { outlineTotalsSchema } from '../../../../shared/domain/report/totals.ts'
import { dayScope, reportingAt } from './reporting-at.ts'

async function totalled(kiosk: Awaited<ReturnType<typeof reportingAt>>, scope = dayScope) {
  const answer = await kiosk['reports.total'](scope)
  if (answer.kind !== 'totalled') throw new Error(answer.kind)
  return answer.totalled
}

const outlineKeys = Object.keys(outlineTotalsSchema.entries) as (keyof typeof outlineTotalsSchema.entries)[]

test('the first numbers are those that all numbers come to, without a payload being read', async () => {
  const kiosk = await reportingAt()
  const first = await kiosk['reports.count'](dayScope)
  const { totals, beside } = await totalled(kiosk)
  expect(totals.all.crossings).toBeGreaterThan(40)
  for (const key of outlineKeys) expect(first.outline[key]).toEqual(totals[key])
  expect(first.voided).toBe(beside.voided)
  expect(first.days.map(({ from }) => from)).toEqual([dayScope.from])
})

test('both leave out what is asked to be left out', async () => {
  const kiosk = await reportingAt()
  const refusedIn = { ...dayScope, direction: 'in', decision: 'refused' } as const
  const first = await kiosk['reports.count'](refusedIn)
  const { totals, day } = await totalled(kiosk, refusedIn)
  expect(totals.all).toEqual(totals.byDecision.refused)
  expect(totals.byDirection.out.crossings).toBe(0)
  expect(first.outline.all).toEqual(totals.all)
  // Of less than everything a day is not closed.
  expect(day).toBeNull()
  const nobodys = { ...dayScope, officer: '9999' }
  expect((await kiosk['reports.count'](nobodys)).outline.all.crossings).toBe(0)
  expect((await totalled(kiosk, nobodys)).totals.all.crossings).toBe(0)
})

test('a crossing just before midnight is counted on its own day, and on no other', async () => {
  const kiosk = await reportingAt()
  const [last, first] = [dayScope.to - 1, dayScope.to]
  const one = await kiosk['reports.count']({ ...dayScope, from: first, to: first + 86_400_000 })
  const two = await kiosk['reports.count']({ ...dayScope, from: last, to: first + 86_400_000 })
  const whole = await kiosk['reports.count']({ ...dayScope, to: first + 86_400_000 })
  expect(whole.outline.all.crossings - one.outline.all.crossings).toBe(
    (await kiosk['reports.count'](dayScope)).outline.all.crossings,
  )
  expect(two.outline.all.crossings).toBeGreaterThanOrEqual(one.outline.all.crossings)
})

test('what is asked later overtakes what is still being counted', async () => {
  const kiosk = await reportingAt()
  const [before, after] = await Promise.all([kiosk['reports.total'](dayScope), kiosk['reports.total'](dayScope)])
  expect([before.kind, after.kind]).toEqual(['overtaken', 'totalled'])
})
