import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Journal } from '../../../../main/journal/index.ts'
import { openEncrypted } from '../../../../main/journal/file/open-database.ts'
import { Projections } from '../../../../main/journal/chain/projections.ts'
import { decisions, directions } from '../../../../shared/domain/crossing/crossing.ts'
import { startOfLocalDay } from '../../../../shared/language/time.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { enrolled, receiptFor } from '../../../fixtures/hub.ts'
import { accepted, hour, now, rejected, unreadable } from '../../../fixtures/verdicts.ts'
import { crossingOf, why } from './crossing-of.ts'
import { check, behindIts, newFolder, openIn } from './journal-in.ts'

const crossing = fc.record({
  direction: fc.constantFrom(...directions),
  decision: fc.constantFrom(...decisions),
  travellers: fc.nat({ max: 4 }),
  vehicle: fc.option(
    fc.record({
      plate: fc.option(fc.constantFrom('98A-123.45', '29C-678.90', '???')),
      trailerPlate: fc.option(fc.constant('98R-001.23')),
      kind: fc.constant(null),
      carrier: fc.constant(null),
      from: fc.constant(null),
      to: fc.constant(null),
    }),
  ),
})
const which = fc.nat({ max: 30 })

const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('scan' as const),
      verdict: fc.constantFrom(accepted, rejected, unreadable),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('cross' as const), crossing, draft: fc.option(fc.string()) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('amend' as const), which, crossing }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('void' as const), which, undone: fc.boolean() }) },
  fc.record({ do: fc.constant('event' as const) }),
  fc.record({ do: fc.constant('enrol' as const) }),
  fc.record({ do: fc.constant('keys' as const) }),
  fc.record({ do: fc.constant('open' as const), which }),
  fc.record({ do: fc.constant('shift' as const) }),
  fc.record({ do: fc.constant('index' as const) }),
  fc.record({ do: fc.constant('erase' as const), back: which, through: which }),
  fc.record({ do: fc.constant('receipt' as const), through: which, genuine: fc.boolean() }),
  fc.record({ do: fc.constant('retain' as const), days: fc.nat({ max: 1 }) }),
  fc.record({ do: fc.constant('restart' as const) }),
  fc.record({ do: fc.constant('clock' as const), halfHours: fc.integer({ min: -40, max: 40 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** What a run of steps comes to, counted beside the journal. */
interface Tally {
  at: number
  scans: number
  standing: Set<number>
  crossings: number[]
  days: Set<number>
}

function take(journal: Journal, folder: string, each: Exclude<Step, { do: 'restart' }>, tally: Tally): void {
  const of = 'which' in each ? (tally.crossings[each.which % Math.max(1, tally.crossings.length)] ?? 1) : 0
  const { at } = tally
  switch (each.do) {
    case 'scan':
      tally.scans += journal.recordScan(each.verdict, 'camera', at).recorded ? 1 : 0
      break
    case 'cross': {
      const record = journal.recordCrossing(crossingOf(each.crossing), at, each.draft)
      if (!record.recorded) throw new Error(record.code)
      tally.crossings.push(record.seq)
      tally.standing.add(record.seq)
      expect(journal.readDraft()).toBe(each.draft)
      break
    }
    case 'amend':
      journal.amendCrossing(of, crossingOf(each.crossing), why, at)
      break
    case 'void':
      if (journal.voidCrossing(of, { undone: each.undone, why: null }, at, 'again').recorded) tally.standing.delete(of)
      break
    case 'event':
      journal.recordEvent('clock.confirmed', { dismissed: null }, at)
      break
    case 'enrol':
      enrolled(journal, at)
      break
    case 'keys':
      journal.ledger.changeKeys(at)
      break
    case 'open':
      journal.recordEvent('access.opened', { crossing: of, people: [] }, at)
      break
    case 'shift':
      journal.shifts.close(at)
      break
    case 'index':
      journal.indexSome()
      break
    case 'erase':
      journal.erase(at - (each.back * hour) / 2, each.through, at)
      break
    case 'receipt':
      journal.ledger.keepReceipt(receiptFor(folder, each.through + 1, each.genuine ? 'backed-up' : 'integrated'))
      break
    case 'retain':
      journal.retain({ personal: each.days, access: each.days }, at)
      break
    case 'clock':
      tally.at += (each.halfHours * hour) / 2
      break
  }
  tally.days.add(startOfLocalDay(at))
}

describe('projections', () => {
  test('equal a rebuild from the entries after any run of steps, and the chain holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const folder = newFolder()
        let journal = await openIn(folder)
        const tally: Tally = { at: now, scans: 0, standing: new Set(), crossings: [], days: new Set() }
        for (const each of steps) {
          // Half an hour a step, so that a long run goes on past midnight.
          tally.at += hour / 2
          if (each.do === 'restart') {
            journal.close()
            journal = await openIn(folder)
          } else take(journal, folder, each, tally)
        }
        expect(journal.rebuild().changed).toBe(false)
        expect(check(folder)).toMatchObject({ intact: true })
        const days = [...tally.days].map((day) => journal.day(day))
        expect(days.reduce((sum, { total }) => sum + total, 0)).toBe(tally.scans)
        expect(days.reduce((sum, { crossings }) => sum + crossings.total, 0)).toBe(tally.standing.size)
        journal.close()
      }),
      { numRuns: 60 },
    )
  })

  test('that were altered come out right from a rebuild, which says so', async () => {
    const folder = newFolder()
    const journal = await openIn(folder)
    journal.recordScan(accepted, 'camera', now)
    journal.recordScan(rejected, 'camera', now + 1)
    journal.recordCrossing(crossingOf(), now, null)
    journal.recordCrossing(crossingOf({ decision: 'refused' }), now + 1, null)
    journal.erase(now + 1, 9, now + hour)
    const day = journal.day(now)
    for (const harm of [
      `UPDATE scans SET outcome = 'accepted'`,
      'DELETE FROM erased_counts',
      `UPDATE crossings SET decision = 'admitted'`,
      'DELETE FROM erased_crossings',
    ]) {
      behindIts(folder, harm)
      expect(journal.day(now)).not.toEqual(day)
      expect(journal.rebuild()).toEqual({ entries: 5, changed: true })
      expect(journal.day(now)).toEqual(day)
    }
    journal.close()
  })

  test('tell whoever follows the crossings before one changes or goes, and before all are made anew', async () => {
    const folder = newFolder()
    const journal = await openIn(folder)
    journal.recordCrossing(crossingOf({ travellers: 1 }), now, null)
    journal.close()
    const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey)
    const told: unknown[] = []
    const projections = new Projections(database, [
      {
        forget: (rows) => void told.push(['forget', [...rows].map(({ people }) => people)]),
        changed: ({ people }) => void told.push(['changed', people]),
        clear: () => void told.push(['clear']),
      },
    ])
    projections.crossings.amend(2, now + 1, 1, crossingOf({ travellers: 3 }))
    projections.crossings.forgetErasable(now + 2, 2)
    projections.rebuild()
    database.close()
    expect(told).toEqual([['forget', [1]], ['changed', 3], ['forget', [3]], ['clear']])
  })
})
