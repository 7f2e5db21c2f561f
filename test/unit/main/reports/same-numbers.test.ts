/** The day as the journal counts it, as the lane waits for people, as the totals say, and as a file adds up: one number each. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { countRange, Journal, readCrossings } from '../../../../main/journal/index.ts'
import { recallCrossings, Referrals } from '../../../../main/lane/index.ts'
import { fillPractice, practiceBegins } from '../../../../main/practice/index.ts'
import { totalsOf } from '../../../../main/reports/day/tally.ts'
import { writeRows } from '../../../../main/reports/report-rows.ts'
import { everything } from '../../../../shared/domain/report/scope.ts'
import { journalKey, secrets } from '../../../fixtures/secrets.ts'
import { place, whole } from './reported.ts'

test('a practice day has the same numbers wherever it is counted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chot-numbers-'))
  const journal = await Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: () => undefined })
  const practice = { days: 1, crossings: 400, seed: 11, now: Date.parse('2026-11-29T00:00:00+07:00') }
  journal.begin('practice', practiceBegins(practice))
  const { crossings: recorded, voided, amended } = fillPractice(journal, practice, () => undefined)
  const range = { from: practiceBegins(practice), to: practice.now }
  const runs = () => readCrossings(folder, journalKey, range)

  const totals = await totalsOf(runs())
  const day = journal.day(range.from)
  expect([totals.all.crossings, totals.all.people]).toEqual([day.crossings.total, day.crossings.people])
  expect(totals.all.crossings).toBe(recorded - voided)
  for (const decision of ['admitted', 'refused', 'referred'] as const)
    expect(totals.byDecision[decision].crossings).toBe(day.crossings.byDecision[decision])
  for (const direction of ['in', 'out'] as const)
    expect(totals.byDirection[direction].crossings).toBe(day.crossings.byDirection[direction])
  expect(totals.amended).toBe(amended)

  const counts = countRange(folder, journalKey, { ...range, ...everything }, place.lane)
  expect([counts.crossings, counts.voided]).toEqual([totals.all.crossings, voided])
  expect(Object.fromEntries((counts.scans ?? []).map(({ outcome, count }) => [outcome, count]))).toMatchObject(
    Object.fromEntries(Object.entries(day.byOutcome).filter(([, count]) => count > 0)),
  )

  const waited = new Referrals(recallCrossings(journal, practice.now), () => practice.now)
  expect(totals.openReferrals).toBe(waited.count())
  expect(totals.openReferrals).toBeGreaterThan(0)

  const { pieces, counts: written } = writeRows({
    format: 'csv',
    locale: 'en',
    identities: false,
    marking: null,
    placeOf: () => place,
    crossings: runs(),
    about: () => [],
  })
  const rows: Record<string, string>[] = parse(await whole(pieces), { bom: true, columns: true })
  const sum = (heading: string): number => rows.reduce((total, row) => total + Number(row[heading]), 0)
  expect([sum('Crossings'), sum('People')]).toEqual([totals.all.crossings, totals.all.people])
  expect([written.crossings, written.people]).toEqual([totals.all.crossings, totals.all.people])
  expect(rows.filter((row) => row['Crossings'] === '1' && row['Decision'] === 'Refused').length).toBe(
    totals.byDecision.refused.crossings,
  )
  journal.close()
})
