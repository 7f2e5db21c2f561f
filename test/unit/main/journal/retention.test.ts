import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readEntries, type Journal } from '../../../../main/journal/index.ts'
import { untabled } from '../../../../main/journal/chain/index-conditions.ts'
import { openEncrypted } from '../../../../main/journal/file/open-database.ts'
import { enrolled, receiptFor, receiptText } from '../../../fixtures/hub.ts'
import { entryKinds } from '../../../../shared/ledger/entry-kinds.ts'
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

test('every kind about people is found to be erased, by a table or by the index of what stands in none', () => {
  for (const [kind, { projection, retention }] of Object.entries(entryKinds)) {
    const erased = retention === 'personal' || retention === 'access'
    const tabled = projection === 'scans' || projection === 'crossings'
    expect([kind, untabled.includes(`'${kind}'`)]).toEqual([kind, erased ? tabled : expect.any(Boolean)])
  }
})

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
  const days = { personal: 14, access: 60 }

  /** A scan, two crossings, and who opened one of them; a hub is enrolled. */
  async function aged() {
    const { journal, folder } = await journalIn()
    journal.recordScan(accepted, 'camera', now)
    recordedBy(journal, crossingOf(), now + 1)
    recordedBy(journal, crossingOf(), now + 2)
    journal.recordEvent('access.opened', { crossing: 2, people: [] }, now + 3)
    enrolled(journal, now + 4)
    return { journal, folder, later: now + 15 * day }
  }

  test('erases nothing that no receipt proves backed up', async () => {
    const { journal, folder, later } = await aged()
    expect(journal.retain(days, later)).toEqual({ erased: 0 })
    expect(journal.ledger.keepReceipt(receiptFor(folder, 3, 'integrated'))).toEqual({ kept: true })
    expect([journal.ledger.delivered('integrated'), journal.ledger.delivered('backed-up')]).toEqual([3, 0])
    expect(journal.retain(days, later)).toEqual({ erased: 0 })
    journal.ledger.keepReceipt(receiptFor(folder, 2))
    expect([journal.ledger.delivered('integrated'), journal.ledger.delivered('backed-up')]).toEqual([3, 2])
    expect(journal.retain(days, later)).toEqual({ erased: 2 })
    expect(kept(folder)).toEqual([false, false, true, true, true, true])
  })

  test('is made no work for by a receipt: it is no entry', async () => {
    const { journal, folder } = await aged()
    const before = kept(folder).length
    journal.ledger.keepReceipt(receiptFor(folder, 3))
    expect(kept(folder)).toHaveLength(before)
    expect(behindIts(folder, 'SELECT text FROM receipts')).toEqual([{ text: receiptFor(folder, 3) }])
  })

  test.each([
    ['for another chain', 'another-chain', { through: 3, hash: 'f'.repeat(64) }],
    ['for entries that are not there yet', 'another-chain', { through: 99 }],
    ['for another epoch', 'another-chain', { epoch: 'e'.repeat(64) }],
    ['of a hub that is not ours', 'not-enrolled', { hub: 'hub-2' }],
  ] as const)('believes no receipt %s', async (_what, code, others) => {
    const { journal, folder, later } = await aged()
    expect(journal.ledger.keepReceipt(receiptFor(folder, 3, 'backed-up', others))).toEqual({ kept: false, code })
    expect(journal.retain(days, later)).toEqual({ erased: 0 })
  })

  test('believes no receipt that somebody else has signed, and none that is no receipt', async () => {
    const { journal, folder } = await aged()
    const { hash, epoch } = { hash: hashOf(folder, 3), epoch: hashOf(folder, 1) }
    const forged = receiptText({ hub: 'hub-1', epoch, level: 'backed-up', through: 3, hash }, 'hub-2')
    expect(journal.ledger.keepReceipt(forged)).toEqual({ kept: false, code: 'forged' })
    for (const text of ['', '{}', 'null', '{"receipt":"{}","signature":""}', 'x'.repeat(99_999)])
      expect(journal.ledger.keepReceipt(text)).toEqual({ kept: false, code: 'unreadable' })
  })

  test('goes by the highest receipt, whatever comes after it', async () => {
    const { journal, folder } = await aged()
    for (const through of [2, 3, 1]) journal.ledger.keepReceipt(receiptFor(folder, through))
    expect(journal.ledger.delivered('backed-up')).toBe(3)
  })

  test('begins again with another hub, which has nothing yet', async () => {
    const { journal, folder } = await aged()
    journal.ledger.keepReceipt(receiptFor(folder, 3))
    enrolled(journal, now + 9, 'hub-2')
    expect(journal.ledger.delivered('integrated')).toBe(0)
    expect(check(folder)).toMatchObject({ intact: true })
  })

  test('keeps what is younger than its days, and without a number of days everything', async () => {
    const { journal, folder, later } = await aged()
    journal.ledger.keepReceipt(receiptFor(folder, 4))
    expect(journal.retain(days, now + 14 * day)).toEqual({ erased: 0 })
    expect(journal.retain(null, later)).toEqual({ erased: 0 })
    expect(journal.retain(days, later)).toEqual({ erased: 3 })
  })

  test('keeps who looked at whom by its own days, and of it nothing but that it was there', async () => {
    const { journal, folder, later } = await aged()
    journal.ledger.keepReceipt(receiptFor(folder, 5))
    journal.retain(days, later)
    expect(kept(folder)).toEqual([false, false, false, true, true, true])
    expect(journal.retain(days, now + 61 * day)).toEqual({ erased: 1 })
    expect(kept(folder)).toEqual([false, false, false, false, true, true, true])
    expect(check(folder)).toMatchObject({ intact: true })
  })

  test('takes what it does not know of for personal, as a newer version may have written it', async () => {
    const { journal, folder } = await aged()
    const later: { kind: 'shift.closed' } = JSON.parse('{"kind":"from.later"}')
    journal.recordEvent(later.kind, { name: 'An' }, now + 5)
    journal.ledger.keepReceipt(receiptFor(folder, 6))
    expect(journal.retain(days, now + 15 * day)).toEqual({ erased: 4 })
    expect(kept(folder).slice(3, 6)).toEqual([true, true, false])
    expect(check(folder)).toMatchObject({ intact: true })
  })

  test('says how old the oldest is that would go', async () => {
    const { journal, folder, later } = await aged()
    expect(journal.ledger.oldestBefore(now)).toBeNull()
    expect(journal.ledger.oldestBefore(later)).toBe(now)
    journal.ledger.keepReceipt(receiptFor(folder, 2))
    journal.retain(days, later)
    expect(journal.ledger.oldestBefore(later)).toBe(now + 2)
  })

  test.each([
    ['a crossing that was given up', 'crossing.abandoned'],
    ['what a newer version has recorded', 'from.later'],
  ])('counts %s among it, and nobody who looked at people, or was at the desk', async (_what, kind) => {
    const { journal, folder } = await journalIn()
    const record = (of: string, at: number) => journal.recordEvent(JSON.parse(JSON.stringify(of)), {}, at)
    record('access.opened', now)
    record('session.closed', now)
    expect(journal.ledger.oldestBefore(now + day)).toBeNull()
    record(kind, now + 1)
    record(kind, now + 2)
    expect([now + 1, now + day].map((instant) => journal.ledger.oldestBefore(instant))).toEqual([null, now + 1])
    journal.erase(now + 2, 3, now + day)
    expect(journal.ledger.oldestBefore(now + day)).toBe(now + 2)
    journal.erase(now + 3, 4, now + day)
    expect(journal.ledger.oldestBefore(now + day)).toBeNull()
    record(kind, now + 4)
    expect(journal.ledger.oldestBefore(now + day)).toBe(now + 4)
    expect(check(folder).discords).toEqual([])
  })
})
