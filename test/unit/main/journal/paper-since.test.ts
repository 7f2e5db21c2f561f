/** What a journal says of a page that was printed out of it: whether anything of its time was added or changed since. */
import { expect, test } from 'vitest'
import { pageClaim } from '../../../fixtures/sealed-paper.ts'
import { now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy, why } from './crossing-of.ts'
import { newFolder, openIn } from './journal-in.ts'

const minute = 60_000

test('a page is as it was until a crossing of its time is recorded, corrected or voided; of another journal’s it says nothing', async () => {
  const journal = await openIn(newFolder())
  const seq = recordedBy(journal, crossingOf(), now)
  const head = journal.ledger.head() ?? { seq: 0, hash: '' }
  const page = pageClaim({ from: now - minute, to: now + 10 * minute, head: { ...head, hash: head.hash.slice(0, 16) } })
  const since = () => journal.ledger.papers.since(page)
  expect(since()).toEqual({ added: 0, changed: 0 })
  recordedBy(journal, crossingOf(), now + 20 * minute)
  expect(since()).toEqual({ added: 0, changed: 0 })
  recordedBy(journal, crossingOf(), now + minute)
  journal.voidCrossing(seq, { undone: false, why }, now + 2 * minute)
  expect(since()).toEqual({ added: 1, changed: 1 })
  expect(journal.ledger.papers.since({ ...page, head: { ...page.head, hash: '0'.repeat(16) } })).toBeNull()
  journal.close()
})
