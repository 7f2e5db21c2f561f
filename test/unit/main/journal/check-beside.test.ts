/** A check beside a kiosk that goes on writing: nothing that it does is taken for a fault, and no fault is missed for it. */
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readAsOf } from '../../../../main/journal/check/as-of.ts'
import { checkHeads } from '../../../../main/journal/check/check-heads.ts'
import type { CheckPart } from '../../../../main/journal/check-journal.ts'
import { entryHash } from '../../../../main/journal/chain/entry.ts'
import { readEntries, type Journal } from '../../../../main/journal/index.ts'
import { kioskKeyFrom } from '../../../../main/journal/chain/kiosk-keys.ts'
import { openEncrypted, type Database } from '../../../../main/journal/file/open-database.ts'
import { openToRead } from '../../../../main/journal/file/open-to-read.ts'
import { journalKey, kioskSeed } from '../../../fixtures/secrets.ts'
import { accepted, hour, now, rejected } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy, why } from './crossing-of.ts'
import { behindIts, check, newFolder, openIn } from './journal-in.ts'

/** A journal of eight entries, with a row in every table, open. */
async function working(): Promise<{ folder: string; journal: Journal }> {
  const folder = newFolder()
  const journal = await openIn(folder)
  onTestFinished(() => journal.close())
  journal.recordScan(accepted, 'camera', now)
  recordedBy(journal, crossingOf({ travellers: 3 }), now + 1)
  journal.recordScan(rejected, 'camera', now + 2)
  journal.amendCrossing(2, crossingOf({ decision: 'refused' }), why, now + 3)
  recordedBy(journal, crossingOf({ travellers: 1 }), now + 4)
  journal.recordEvent('clock.confirmed', { dismissed: null }, now + 5)
  journal.abandonCrossing(crossingOf(), now + 6, null)
  journal.noteCrossing(5, 'đã báo trạm y tế', now + 7)
  return { folder, journal }
}

/** When something happens: after so many runs of two entries, or once a later part has begun. */
type Moment = number | CheckPart

/** Checks in runs of two entries, and lets something happen at a moment of it. */
function checkWhile(folder: string, moment: Moment, act: () => void) {
  let [runs, done] = [0, false]
  const answer = check(folder, {
    size: 2,
    progress(part) {
      if (part === 'entries') runs++
      if (done || (moment !== part && moment !== runs)) return
      done = true
      act()
    },
  })
  expect(done).toBe(true)
  return answer
}

const moments: readonly Moment[] = [1, 2, 3, 4, 'rows', 'search']

describe.each(moments)('at the moment %s of a check', (moment) => {
  test('what is appended is no fault, and not looked at', async () => {
    const { folder, journal } = await working()
    const eighth = [...readEntries(folder, journalKey)].at(-1)?.entry.hash
    const answer = checkWhile(folder, moment, () => {
      // Signed heads, kinds with an index, and rows that entries from before have a part in.
      for (let count = 0; count < 250; count++) journal.recordScan(accepted, 'camera', now + 10 + count)
      recordedBy(journal, crossingOf(), now + 300)
      journal.amendCrossing(2, crossingOf({ decision: 'referred' }), why, now + 301)
      journal.voidCrossing(5, { undone: false, why }, now + 302)
      journal.recordEvent('clock.confirmed', { dismissed: null }, now + 303)
      journal.abandonCrossing(crossingOf(), now + 304, null)
      journal.ledger.changeKeys(now + 305)
      journal.shifts.close(now + 306)
    })
    expect(answer).toMatchObject({ discords: [], entries: 8, head: eighth })
    expect(check(folder)).toMatchObject({ discords: [], entries: 265 })
  })

  test('what retention erases is no fault, whichever of it was looked at before', async () => {
    const { folder, journal } = await working()
    const answer = checkWhile(folder, moment, () =>
      expect(journal.erase(now + hour, 8, now + hour)).toEqual({ erased: 7 }),
    )
    expect(answer).toMatchObject({ discords: [], entries: 8 })
    expect(check(folder)).toMatchObject({ discords: [], entries: 9 })
  })

  test('what retention erases twice, with entries between, is none either', async () => {
    const { folder, journal } = await working()
    const answer = checkWhile(folder, moment, () => {
      expect(journal.erase(now + 3, 8, now + hour)).toEqual({ erased: 2 })
      for (let count = 0; count < 5; count++) journal.recordScan(accepted, 'camera', now + hour + count)
      expect(journal.erase(now + hour + 3, 12, now + 2 * hour)).toEqual({ erased: 8 })
    })
    expect(answer).toMatchObject({ discords: [], entries: 8 })
    expect(check(folder)).toMatchObject({ discords: [], entries: 15 })
  })
})

test('between any two runs the kiosk can empty its log: no read lasts longer', async () => {
  const { folder, journal } = await working()
  for (let count = 0; count < 300; count++) recordedBy(journal, crossingOf({ travellers: 1 }), now + 10 + count)
  const emptied: unknown[] = []
  const answer = check(folder, { size: 100, progress: () => void emptied.push(emptyLog(folder)) })
  expect(answer.discords).toEqual([])
  // Entries, crossings and scans in runs of at most a hundred rows; every other table and index in one each.
  expect(emptied.length).toBeGreaterThan(3 * 4)
  expect(emptied.every((busy) => busy === 0)).toBe(true)
})

/** Empties the write-ahead log into the file, without waiting; 1: somebody still reads what is in it. */
function emptyLog(folder: string): unknown {
  const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey, { timeout: 0 })
  try {
    return database.pragma('wal_checkpoint(TRUNCATE)', { simple: true })
  } finally {
    database.close()
  }
}

describe('while a kiosk appends, it is found', () => {
  /** What a check finds while 250 scans are recorded, and something else happens. */
  async function found(act: (folder: string, journal: Journal) => void) {
    const { folder, journal } = await working()
    const answer = checkWhile(folder, 1, () => {
      for (let count = 0; count < 250; count++) journal.recordScan(accepted, 'camera', now + 10 + count)
      act(folder, journal)
    })
    return answer.discords
  }

  test('that a payload is gone which nothing erased', async () => {
    const gone = (folder: string) => behindIts(folder, 'UPDATE entries SET payload = NULL WHERE seq = 3')
    expect(await found(gone)).toEqual([{ why: 'payload-missing', seq: 3 }])
  })

  test('that a payload is gone by an erasure that is no link of the chain', async () => {
    const forge = (folder: string, journal: Journal) => {
      journal.erase(now + hour, 8, now + hour)
      behindIts(folder, `UPDATE entries SET at = at - 1 WHERE kind = 'journal.erased'`)
    }
    expect(await found(forge)).toEqual([{ why: 'header-altered', seq: 259 }])
  })

  test('that a payload is back which an erasure took meanwhile', async () => {
    const putBack = (folder: string, journal: Journal) => {
      const [kept] = behindIts(folder, 'SELECT payload FROM entries WHERE seq = 7') as { payload: string }[]
      journal.erase(now + hour, 8, now + hour)
      behindIts(folder, `UPDATE entries SET payload = '${kept?.payload ?? ''}' WHERE seq = 7`)
    }
    expect(await found(putBack)).toEqual([{ why: 'payload-returned', seq: 7 }])
  })

  test('that the entries are gone which were the last when it began', async () => {
    const cut = (folder: string) => behindIts(folder, 'DELETE FROM entries WHERE seq > 6')
    expect((await found(cut))[0]).toEqual({ why: 'out-of-order', seq: 7 })
  })

  test('that the last entry is another than when it began', async () => {
    const replace = (folder: string) => {
      const { entry } = [...readEntries(folder, journalKey)][7] ?? expect.unreachable()
      const other = { ...entry, at: entry.at + 1 }
      behindIts(folder, `UPDATE entries SET at = ${other.at}, hash = '${entryHash(other)}' WHERE seq = 8`)
    }
    expect((await found(replace))[0]).toEqual({ why: 'not-chained', seq: 8 })
  })

  test('that a row was altered which was not yet looked at', async () => {
    const alter = (folder: string) => behindIts(folder, `UPDATE crossings SET people = 9 WHERE seq = 5`)
    expect(await found(alter)).toEqual([{ why: 'row-altered', table: 'crossings', seq: 5 }])
  })

  test('that a count of what was erased is another', async () => {
    const alter = (folder: string, journal: Journal) => {
      journal.erase(now + hour, 8, now + hour)
      behindIts(folder, 'UPDATE erased_counts SET count = count + 1')
    }
    expect(await found(alter)).toEqual([{ why: 'row-altered', table: 'erased_counts', seq: 259 }])
  })
})

test.each([
  ['behind all entries', `${now}, 9000`],
  ['at a time that is no exact number', '9007199254740993, 9000'],
])('a row %s is one that no entry leads to', async (_where, place) => {
  const { folder } = await working()
  behindIts(folder, `INSERT INTO scans SELECT ${place}, source, outcome, reason, holder FROM scans WHERE seq = 1`)
  expect(check(folder).discords).toEqual([{ why: 'row-unfounded', table: 'scans', seq: 9000 }])
})

test('heads that are signed after heads.jsonl was read are not missed in it, and one from before is', async () => {
  const { folder, journal } = await working()
  journal.signHead(now + 10)
  journal.shifts.close(now + 11)
  const database = openToRead(folder, journalKey)
  onTestFinished(() => void database.close())
  /** The heads of a check during which three more are signed, once heads.jsonl was read. */
  const checked = () => {
    const late = new Proxy(database, {
      get(target, name) {
        if (name !== 'transaction') return (target[name as keyof Database] as () => void).bind(target)
        for (let count = 0; count < 3; count++) journal.shifts.close(now + 12 + count)
        return target.transaction.bind(target)
      },
    })
    return checkHeads(readAsOf(late, folder, kioskKeyFrom(kioskSeed), { near: { found: 'missing' }, far: null }), [])
  }
  expect(checked()).toMatchObject({ faults: [], last: 12 })
  behindIts(folder, 'DELETE FROM heads WHERE seq = 9')
  expect(checked()).toMatchObject({ faults: [{ why: 'head-lost', seq: 9 }], last: 15 })
})

test('an erasure that cannot be read is told as altered, and what it took as gone', async () => {
  const { folder, journal } = await working()
  journal.erase(now + hour, 8, now + hour)
  behindIts(folder, `UPDATE entries SET payload = '{' WHERE kind = 'journal.erased'`)
  expect(check(folder).discords).toEqual([
    { why: 'payload-altered', seq: 9 },
    { why: 'payload-missing', seq: 1 },
  ])
})
