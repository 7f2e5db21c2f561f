import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkJournal, Journal, readRuns } from '../../../../main/journal/index.ts'
import { dayMoments, fillPractice, practiceBegins, type Filled } from '../../../../main/practice/fill.ts'
import { chance } from '../../../../main/practice/chance.ts'
import { keys, secrets } from '../../../fixtures/secrets.ts'

const now = Date.parse('2026-03-10T09:00:00+07:00')
const folder = mkdtempSync(join(tmpdir(), 'chot-practice-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function filled(name: string, seed: number): Promise<{ place: string; filled: Filled; told: number[] }> {
  const place = join(folder, name)
  const journal = await Journal.open({ folder: place, kiosk: 'kiosk-1', secrets, log: () => undefined })
  const told: number[] = []
  const practice = { days: 2, crossings: 150, seed, now }
  journal.begin('practice', practiceBegins(practice))
  const counted = fillPractice(journal, practice, (done) => told.push(done))
  journal.close()
  return { place, filled: counted, told }
}

/** What the entries say that are about passages: the kiosk's keys and each entry's salt are drawn, whatever the seed. */
const contentsOf = (place: string): unknown[] =>
  [...readRuns(place, keys.journal)]
    .flat()
    .filter(({ entry }) => entry.kind.startsWith('crossing.') || entry.kind === 'scan.verified')
    .map(({ entry, payload }) => ({ at: entry.at, kind: entry.kind, ...JSON.parse(payload ?? ''), salt: null }))

describe('a practice profile is filled', async () => {
  const one = await filled('one', 7)

  test('with as many crossings as asked for, a return from the medical post more, and three shifts a day', () => {
    const { crossings, abandoned, returned, shifts } = one.filled
    expect(crossings + abandoned - returned).toBe(300)
    expect(shifts).toBe(6)
    expect(one.told).toEqual([1, 2])
  })

  test('so that the journal agrees with itself', () => {
    expect(checkJournal(one.place, keys).discords).toEqual([])
  })

  test('in the order in which it happened, within its days', () => {
    const instants = [...readRuns(one.place, keys.journal)].flat().map(({ entry }) => entry.at)
    expect(instants).toEqual(instants.toSorted((before, after) => before - after))
    expect(instants[0]).toBe(Date.parse('2026-03-08T00:00:00+07:00'))
    expect(instants.at(-1)).toBeLessThan(Date.parse('2026-03-10T00:00:00+07:00'))
  })

  test('alike for the same seed, and otherwise for another', async () => {
    const again = await filled('again', 7)
    const other = await filled('other', 8)
    expect(again.filled).toEqual(one.filled)
    expect(contentsOf(again.place)).toEqual(contentsOf(one.place))
    expect(contentsOf(other.place)).not.toEqual(contentsOf(one.place))
  })
})

test('the moments of a day are all different, however many there are', () => {
  const moments = dayMoments(10_800, 0, chance(1))
  expect(new Set(moments).size).toBe(10_800)
  expect(moments).toEqual(moments.toSorted((one, other) => one - other))
})
