/**
 * What somebody without the key can do to a journal's file: every page is sealed by itself, so an older one that is put
 * back is read as if it were the newest. Whatever comes of it is found.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lockProfile } from '../../../../main/journal/file/profile-lock.ts'
import { openEncrypted } from '../../../../main/journal/file/open-database.ts'
import { SearchIndex } from '../../../../main/journal/search/index.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { enrolled, receiptFor } from '../../../fixtures/hub.ts'
import { accepted, hour, now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy, why } from './crossing-of.ts'
import { check, newFolder, openIn } from './journal-in.ts'

const pageSize = 8192
const day = 24 * hour

/** Brings all crossings into the search index, however few they are. */
function index(folder: string): void {
  const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey)
  const searchIndex = new SearchIndex(database)
  while (searchIndex.index(1) > 0) continue
  database.close()
}

/** A journal's file as it was one day, and as it was the next; beside it lies what vouches for the next. */
async function twoDays() {
  const folder = newFolder()
  const file = join(folder, 'journal.sqlite')
  const first = await openIn(folder)
  for (let count = 0; count < 120; count++) {
    first.recordScan(accepted, 'camera', now + count)
    recordedBy(first, crossingOf({ travellers: 1 + (count % 3) }), now + count)
  }
  first.recordEvent('clock.confirmed', { dismissed: null }, now + hour)
  first.close()
  index(folder)
  const before = readFileSync(file)
  const second = await openIn(folder)
  second.amendCrossing(2, crossingOf({ decision: 'refused' }), why, now + day)
  second.voidCrossing(4, { undone: false, why }, now + day)
  enrolled(second, now + day)
  second.ledger.changeKeys(now + day)
  second.ledger.keepReceipt(receiptFor(folder, 40))
  second.erase(now + 20, 40, now + day)
  for (let count = 0; count < 60; count++) recordedBy(second, crossingOf(), now + day + count)
  second.recordEvent('clock.confirmed', { dismissed: null }, now + day + hour)
  second.shifts.close(now + day + hour)
  second.close()
  index(folder)
  return { folder, before, after: readFileSync(file) }
}

const days = twoDays()

/** Pages that are not as they were. */
async function changedPages(): Promise<number[]> {
  const { before, after } = await days
  const pages = Array.from({ length: before.length / pageSize }, (_, page) => page)
  const pageOf = (bytes: Buffer, page: number): Buffer => bytes.subarray(page * pageSize, (page + 1) * pageSize)
  return pages.filter((page) => !pageOf(before, page).equals(pageOf(after, page)))
}

/** The journal of the second day with some pages of the first. */
async function withOldPages(pages: readonly number[]): Promise<string> {
  const { folder, before, after } = await days
  const forged = Buffer.from(after)
  for (const page of pages) before.copy(forged, page * pageSize, page * pageSize, (page + 1) * pageSize)
  const place = newFolder()
  writeFileSync(join(place, 'journal.sqlite'), forged)
  copyFileSync(join(folder, 'heads.jsonl'), join(place, 'heads.jsonl'))
  copyFileSync(`${folder}.end`, `${place}.end`)
  return place
}

/**
 * All rows of all tables but that of the open crossing, which is no entry and vouched for by none, and of the receipts: with
 * fewer of them less is erased, until the hub gives them again.
 */
function rowsIn(folder: string): unknown {
  const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey)
  try {
    const tables = database
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('open_crossing', 'receipts')`,
      )
      .pluck()
      .all()
    return tables.map((table) => [table, database.prepare(`SELECT * FROM ${table} ORDER BY 1`).raw().all()])
  } finally {
    database.close()
  }
}

/** What a check says of a journal; what it throws, where it does not get so far. @param size rows in a run */
function found(folder: string, size?: number): readonly unknown[] {
  try {
    return check(folder, size === undefined ? {} : { size }).discords
  } catch (error) {
    return [error]
  }
}

/** The same while somebody has the journal open: then its trees are walked in runs, here of as many rows. */
function foundBeside(folder: string, size: number): readonly unknown[] {
  const unlock = lockProfile(folder)
  try {
    return found(folder, size)
  } finally {
    unlock()
  }
}

/** Either nothing is different, or that is said. */
async function expectFoundOrHarmless(pages: readonly number[]): Promise<readonly unknown[]> {
  const forged = await withOldPages(pages)
  const said = found(forged)
  if (said.length === 0 || foundBeside(forged, 20).length === 0)
    expect(rowsIn(forged)).toEqual(rowsIn((await days).folder))
  return said
}

describe('an older page that is put back', () => {
  test('is found, whichever it is', async () => {
    expect(found(await withOldPages([]))).toEqual([])
    expect(foundBeside(await withOldPages([]), 20)).toEqual([])
    const said = []
    for (const page of await changedPages()) said.push(...(await expectFoundOrHarmless([page])))
    // Among them those that show a crossing as it was before its amendment, and what was erased.
    expect(said).toContainEqual({ why: 'row-altered', table: 'crossings', seq: 2 })
    expect(said).toContainEqual(expect.objectContaining({ why: 'payload-returned' }))
    expect(said).toContainEqual(expect.objectContaining({ table: 'search' }))
    expect(said).toContainEqual(expect.objectContaining({ why: 'file-inconsistent' }))
  })

  test('is found with any others', async () => {
    const pages = await changedPages()
    await fc.assert(
      fc.asyncProperty(fc.subarray(pages), async (some) => void (await expectFoundOrHarmless(some))),
      { numRuns: 60 },
    )
  })
})
