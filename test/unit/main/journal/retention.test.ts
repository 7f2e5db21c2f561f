import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readEntries, type Journal } from '../../../../main/journal/index.ts'
import { openEncrypted } from '../../../../main/journal/open-database.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { accepted, hour, now } from '../../../fixtures/verdicts.ts'
import { crossingOf, personalOfCrossings, recordedBy, why } from './crossing-of.ts'
import { check, behindIts, newFolder, openIn } from './journal-in.ts'

const day = 24 * hour

async function journalIn(): Promise<{ journal: Journal; folder: string }> {
  const folder = newFolder()
  const journal = await openIn(folder)
  onTestFinished(() => journal.close())
  return { journal, folder }
}

const kept = (folder: string) => [...readEntries(folder, journalKey)].map(({ payload }) => payload !== null)
const hashOf = (folder: string, seq: number): string => [...readEntries(folder, journalKey)][seq - 1]?.entry.hash ?? ''

describe('erasing a crossing', () => {
  test('takes its amendments with it, keeps its counts, and leaves the chain whole', async () => {
    const { journal, folder } = await journalIn()
    recordedBy(journal, crossingOf({ travellers: 3 }), now)
    journal.amendCrossing(1, crossingOf({ decision: 'refused', travellers: 2 }), why, now + 1)
    const { crossings } = journal.day(now)
    expect(journal.erase(now + hour, 2, now + hour)).toEqual({ erased: 2 })
    expect(kept(folder)).toEqual([false, false, true])
    expect(journal.crossing(1)).toBeNull()
    expect(journal.day(now).crossings).toEqual({ ...crossings, last: [] })
    expect(behindIts(folder, 'SELECT * FROM crossing_changes')).toEqual([])
    expect(check(folder)).toMatchObject({ intact: true, entries: 3 })
  })

  test.each([
    ['its last change is too young', now + 5, 99],
    ['its last change was not delivered', now + hour, 1],
  ])('waits where %s', async (_why, before, through) => {
    const { journal, folder } = await journalIn()
    recordedBy(journal, crossingOf(), now)
    journal.amendCrossing(1, crossingOf({ decision: 'refused' }), why, now + 10)
    expect(journal.erase(before, through, now + hour)).toEqual({ erased: 0 })
    expect(kept(folder)).toEqual([true, true])
    expect(journal.crossing(1)?.crossing.decision).toBe('refused')
  })

  test('waits for the latest of its entries by the clock, which went back between two changes', async () => {
    const { journal } = await journalIn()
    recordedBy(journal, crossingOf(), now)
    journal.amendCrossing(1, crossingOf(), why, now + 10)
    journal.voidCrossing(1, { undone: false, why }, now + 5)
    expect(journal.erase(now + 10, 99, now + hour)).toEqual({ erased: 0 })
    expect(journal.erase(now + 11, 99, now + hour)).toEqual({ erased: 3 })
  })

  test('that was voided counts nothing afterwards either', async () => {
    const { journal } = await journalIn()
    recordedBy(journal, crossingOf(), now)
    journal.voidCrossing(1, { undone: true, why: null }, now + 1)
    journal.erase(now + hour, 99, now + hour)
    expect(journal.day(now).crossings).toMatchObject({ total: 0, people: 0 })
  })

  test('leaves no name on the disk: not in the pages, nor among what crossings are found by', async () => {
    const { journal, folder } = await journalIn()
    for (let count = 0; count < 40; count++) {
      recordedBy(journal, crossingOf({ travellers: 1 + (count % 4) }), now + count)
      if (count % 5 === 0) journal.indexSome()
    }
    journal.amendCrossing(3, crossingOf({ decision: 'refused' }), why, now + 50)
    journal.erase(now + hour, 99, now + hour)
    const clear = openEncrypted(join(folder, 'journal.sqlite'), journalKey).serialize()
    expect(clear.includes('CREATE TABLE crossings')).toBe(true)
    const gone = ['nguyen', 'hoang', ...personalOfCrossings.filter((each) => each !== 'crossing.recorded')]
    for (const text of gone) expect([text, clear.includes(text)]).toEqual([text, false])
  })

  test('one whose payload only vanished is named by a walk', async () => {
    const { journal, folder } = await journalIn()
    recordedBy(journal, crossingOf(), now)
    recordedBy(journal, crossingOf(), now + 5)
    journal.erase(now + 1, 99, now + hour)
    behindIts(folder, 'UPDATE entries SET payload = NULL WHERE seq = 2')
    expect(check(folder).discords).toEqual([{ seq: 2, why: 'payload-missing' }])
  })
})

describe('retention', () => {
  async function aged() {
    const { journal, folder } = await journalIn()
    journal.recordScan(accepted, 'camera', now)
    recordedBy(journal, crossingOf(), now + 1)
    recordedBy(journal, crossingOf(), now + 2)
    return { journal, folder, later: now + 15 * day }
  }

  test('erases nothing that no receipt proves delivered', async () => {
    const { journal, folder, later } = await aged()
    expect(journal.retain(14, later)).toEqual({ erased: 0 })
    journal.recordReceipt({ through: 2, hash: hashOf(folder, 2) }, later)
    expect(journal.delivered()).toBe(2)
    expect(journal.retain(14, later)).toEqual({ erased: 2 })
    expect(kept(folder)).toEqual([false, false, true, true, true])
  })

  test('believes no receipt for another chain, nor one for entries that are not there yet', async () => {
    const { journal, folder, later } = await aged()
    journal.recordReceipt({ through: 3, hash: hashOf(folder, 2) }, later)
    journal.recordReceipt({ through: 99, hash: hashOf(folder, 2) }, later)
    expect(journal.delivered()).toBe(0)
    expect(journal.retain(14, later)).toEqual({ erased: 0 })
  })

  test('goes by the highest receipt, whatever comes after it', async () => {
    const { journal, folder, later } = await aged()
    for (const through of [2, 3, 1]) journal.recordReceipt({ through, hash: hashOf(folder, through) }, later)
    expect(journal.delivered()).toBe(3)
  })

  test('keeps what is younger than its days, and without a number of days everything', async () => {
    const { journal, folder, later } = await aged()
    journal.recordReceipt({ through: 3, hash: hashOf(folder, 3) }, now + 3)
    expect(journal.retain(14, now + 14 * day)).toEqual({ erased: 0 })
    expect(journal.retain(null, later)).toEqual({ erased: 0 })
    expect(journal.retain(14, later)).toEqual({ erased: 3 })
  })
})
