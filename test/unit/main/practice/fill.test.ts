import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkJournal, Journal, readRuns } from '../../../../main/journal/index.ts'
import { dayMoments, fillPractice, practiceBegins, type Filled } from '../../../../main/practice/fill.ts'
import { chance } from '../../../../main/practice/chance.ts'
import { openOfficers, type Officers } from '../../../../main/officers/index.ts'
import { PracticePost, practicePinCost } from '../../../../main/practice/practice-post.ts'
import { keys, officerKey, secrets } from '../../../fixtures/secrets.ts'

const now = Date.parse('2026-03-10T09:00:00+07:00')
const folder = mkdtempSync(join(tmpdir(), 'chot-practice-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function filled(name: string, seed: number): Promise<{ place: string; filled: Filled; told: number[] }> {
  const place = join(folder, name)
  let officers: Officers | null = null
  let post: PracticePost | null = null
  const signer = () => (post ? post.signer : (officers?.sessions.signer() ?? null))
  const journal = await Journal.open({ folder: place, kiosk: 'kiosk-1', secrets, log: () => undefined, signer })
  const told: number[] = []
  const practice = { days: 2, crossings: 150, seed, now }
  journal.begin('practice', practiceBegins(practice))
  officers = openOfficers({
    journal,
    kiosk: 'kiosk-1',
    officerKey,
    now: () => practiceBegins(practice),
    pinCost: practicePinCost,
    trust: () => ({ policy: {} }),
    changed: () => undefined,
  })
  post = await PracticePost.appoint(journal.officers, officers, seed)
  const counted = fillPractice(journal, practice, (done) => told.push(done), post)
  journal.close()
  return { place, filled: counted, told }
}

/** What the entries say that are about passages: the kiosk's keys and each entry's salt are drawn, whatever the seed. */
const contentsOf = (place: string): unknown[] =>
  [...readRuns(place, keys.journal)]
    .flat()
    .filter(({ entry }) => /^(crossing|session|permission|emergency|shift|scan)\./.test(entry.kind))
    .map(({ entry, payload }) => ({
      at: entry.at,
      kind: entry.kind,
      officer: entry.officer,
      ...JSON.parse(payload ?? ''),
      salt: null,
    }))

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

  test('by officers who come and go, and sign what they decide', () => {
    const entries = [...readRuns(one.place, keys.journal)].flat()
    const of = (kind: string) => entries.filter(({ entry }) => entry.kind === kind)
    const byOfficers = of('crossing.recorded').map(({ entry }) => entry.officer)
    expect(new Set(byOfficers)).toEqual(new Set(['1011', '1012', '1013']))
    expect(new Set(of('shift.closed').map(({ entry }) => entry.officer))).toEqual(new Set(['1011', '1012', '1013']))
    expect(of('session.opened').length).toBe(of('session.closed').length)
  })

  test('where corrections, permissions and what was done in an emergency are a supervisor’s', () => {
    const entries = [...readRuns(one.place, keys.journal)].flat()
    const supervisors = entries.filter(({ entry }) =>
      /^(crossing\.(amended|voided)|permission\.given|emergency\.seen)$/.test(entry.kind),
    )
    expect(supervisors.length).toBeGreaterThan(0)
    expect(supervisors.filter(({ entry }) => entry.officer !== '1001')).toEqual([])
    const above = entries.flatMap(({ entry, payload }) =>
      entry.kind === 'crossing.recorded' ? (JSON.parse(payload ?? '').crossing.above ?? []) : [],
    )
    for (const { by, entries: cited = [] } of above)
      if (by === 'permission') expect(entries[cited[0] - 1]?.entry.kind).toBe('permission.given')
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
