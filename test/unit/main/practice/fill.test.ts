import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkJournal, Journal, readCrossings, readRuns } from '../../../../main/journal/index.ts'
import { fillPractice, practiceBegins, type Filled } from '../../../../main/practice/index.ts'
import { openOfficers, type Officers } from '../../../../main/officers/index.ts'
import { PracticePost, practicePinCost } from '../../../../main/practice/index.ts'
import { totalsOf } from '../../../../main/reports/index.ts'
import type { Traveller } from '../../../../shared/domain/crossing/crossing.ts'
import { openReferrals, referralsKept } from '../../../../shared/domain/crossing/referrals.ts'
import { personKeys, type EarlierCrossing } from '../../../../shared/domain/crossing/repeats.ts'
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

type Entries = ReturnType<typeof readRuns> extends Iterable<infer R extends readonly unknown[]> ? R : never

/** What is open at an entry, worked out from the entries before it alone. */
function openAt(entries: Entries, { seq: end, at: closing }: { seq: number; at: number }) {
  const [crossings, unseen] = [new Map<number, EarlierCrossing>(), new Set<number>()]
  for (const { entry, payload } of entries.slice(0, end - 1)) {
    const said = JSON.parse(payload ?? '')
    if (entry.kind === 'crossing.recorded') {
      crossings.set(entry.seq, { seq: entry.seq, at: entry.at, crossing: said.crossing })
      if (said.crossing.above?.by === 'emergency') unseen.add(entry.seq)
    }
    if (entry.kind === 'crossing.amended')
      crossings.set(said.of, { ...crossings.get(said.of)!, crossing: said.crossing })
    if (entry.kind === 'crossing.voided') crossings.delete(said.of)
    if (entry.kind === 'emergency.seen') unseen.delete(said.crossing)
  }
  const newestFirst = [...crossings.values()].filter(({ at }) => at >= closing - referralsKept).toReversed()
  const ofPerson = (traveller: Traveller) => {
    const wanted = personKeys(traveller)
    return newestFirst.filter(({ crossing }) =>
      crossing.travellers.some((each) => personKeys(each).some((key) => wanted.includes(key))),
    )
  }
  return { referrals: openReferrals(newestFirst, ofPerson).length, emergencies: unseen.size }
}

describe('a practice profile is filled', async () => {
  const one = await filled('one', 12)

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

  test('with codes scanned before the decision, so that handling times are those of a post', async () => {
    const { handling } = await totalsOf(readCrossings(one.place, keys.journal, { from: 0, to: now }))
    expect(handling?.median).toBeGreaterThanOrEqual(8)
    expect(handling?.median).toBeLessThanOrEqual(40)
    expect(handling?.ninetieth).toBeGreaterThan(handling?.median ?? 0)
    expect(handling?.longest).toBeLessThan(15 * 60)
  })

  test('with shifts that close with what is open then, as a lane would count it', () => {
    const entries = [...readRuns(one.place, keys.journal)].flat()
    const closed = entries.filter(({ entry }) => entry.kind === 'shift.closed')
    const said = closed.map(({ payload }) => JSON.parse(payload ?? '').open)
    expect(said).toEqual(closed.map(({ entry }) => openAt(entries, entry)))
    expect(said.some(({ referrals }) => referrals > 0)).toBe(true)
    expect(said.some(({ emergencies }) => emergencies > 0)).toBe(true)
  })

  test('in the order in which it happened, within its days', () => {
    const instants = [...readRuns(one.place, keys.journal)].flat().map(({ entry }) => entry.at)
    expect(instants).toEqual(instants.toSorted((before, after) => before - after))
    expect(instants[0]).toBe(Date.parse('2026-03-08T00:00:00+07:00'))
    expect(instants.at(-1)).toBeLessThan(Date.parse('2026-03-10T00:00:00+07:00'))
  })

  test('alike for the same seed, and otherwise for another', async () => {
    const again = await filled('again', 12)
    const other = await filled('other', 8)
    expect(again.filled).toEqual(one.filled)
    expect(contentsOf(again.place)).toEqual(contentsOf(one.place))
    expect(contentsOf(other.place)).not.toEqual(contentsOf(one.place))
  })
})
