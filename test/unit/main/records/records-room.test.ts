import { expect, onTestFinished, test } from 'vitest'
import { readEntries } from '../../../../main/journal/index.ts'
import { recordsRoom } from '../../../../main/records/index.ts'
import { LaneMemory } from '../../../../main/lane/index.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy } from '../journal/crossing-of.ts'
import { behindIts, newFolder, openIn } from '../journal/journal-in.ts'

type Parts = Parameters<typeof recordsRoom>[0]

const query = {
  subject: { kind: 'plate', plate: '98A-123.45' },
  from: now - 1,
  to: now + 1,
  withinMinutes: 15,
} as const

/** The records of a journal with a crossing; what is asked here asks neither lane nor day. */
async function records() {
  const folder = newFolder()
  const journal = await openIn(folder)
  onTestFinished(() => journal.close())
  recordedBy(journal, crossingOf(), now)
  const unasked = {} as Pick<Parts, 'lane' | 'today' | 'referrals' | 'trust' | 'checkpoint'>
  const { handlers } = recordsRoom({ ...unasked, journal, memory: new LaneMemory(), now: () => now })
  const kinds = () => [...readEntries(folder, journalKey)].map(({ entry }) => entry.kind)
  return { folder, journal, handlers, kinds }
}

test('a trace is given to be saved once that it leaves is in the journal', async () => {
  const { handlers, journal, kinds } = await records()
  const traced = journal.trace(query)
  expect(traced.lines.length).toBeGreaterThan(0)
  expect(handlers['crossings.export'](query)).toEqual({ recorded: true, answer: traced })
  expect(kinds()).toEqual(['crossing.recorded', 'access.exported'])
})

test('nothing is given where the journal does not take that', async () => {
  const { folder, handlers, kinds } = await records()
  behindIts(
    folder,
    `CREATE TRIGGER refused BEFORE INSERT ON entries WHEN new.kind = 'access.exported'
     BEGIN SELECT raise(FAIL, 'no'); END`,
  )
  expect(handlers['crossings.export'](query)).toEqual({ recorded: false, code: 'failed' })
  behindIts(folder, 'DROP TRIGGER refused')
  expect(kinds()).toEqual(['crossing.recorded'])
})
