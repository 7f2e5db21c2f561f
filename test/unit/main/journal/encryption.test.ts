import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { backUp, backupNames } from '../../../../main/journal/file/backup.ts'
import { entryHash, genesis, sha256 } from '../../../../main/journal/chain/entry.ts'
import { Journal, readEntries } from '../../../../main/journal/index.ts'
import { migrations } from '../../../../main/journal/file/migrate.ts'
import { openEncrypted, writingOf } from '../../../../main/journal/file/open-database.ts'
import { journalKey, kioskSeed, secrets } from '../../../fixtures/secrets.ts'
import { accepted, now } from '../../../fixtures/verdicts.ts'
import { crossingOf, personalOfCrossings, recordedBy, why } from './crossing-of.ts'
import { check, behindIts, filesHolding, newFolder, openIn } from './journal-in.ts'

/** What a thief would look for: the holder's name in its three spellings, the laboratory and the test's kind of result. */
const personal = ['Nguyễn', 'NGUYEN', 'Văn An', '1999-02-26', 'CDC Bắc Giang', 'scan.verified']

/** A journal as version 0.1 left it: in the clear, with its write-ahead log. */
function plainJournal(): string {
  const folder = newFolder()
  const database = new Database(join(folder, 'journal.sqlite'))
  database.pragma('journal_mode = WAL')
  const [first] = migrations
  database.exec(first?.sql ?? '')
  database.pragma('user_version = 10')
  const { text, ...kept } = accepted
  let previous = genesis
  for (let seq = 1; seq <= 40; seq++) {
    const payload = JSON.stringify({ salt: `${seq}`, source: 'camera', textHash: sha256(text), ...kept })
    const header = { seq, id: `id-${seq}`, at: now + seq, kiosk: 'kiosk-1', officer: null, kind: 'scan.verified' }
    const chained = { ...header, payloadHash: sha256(payload), previous }
    previous = entryHash(chained)
    database
      .prepare('INSERT INTO entries VALUES (@seq, @id, @at, @kiosk, @officer, @kind, @payloadHash, @previous, @hash)')
      .run({ ...chained, hash: previous })
    database.prepare('INSERT INTO payloads VALUES (?, ?)').run(seq, payload)
    database
      .prepare(`INSERT INTO scans VALUES (?, ?, '2021-10-04', 'camera', 'accepted', ?, 'Nguyễn Văn An')`)
      .run(seq, now + seq, JSON.stringify(accepted.reason))
  }
  // As a killed process leaves it: copied while it was open, so that the log is still there.
  const left = newFolder()
  for (const name of ['journal.sqlite', 'journal.sqlite-wal']) copyFileSync(join(folder, name), join(left, name))
  database.close()
  return left
}

describe('a journal at rest', () => {
  test('shows no name in any of its files while it is open, nor after it was closed', async () => {
    const folder = newFolder()
    const journal = await openIn(folder)
    for (let count = 0; count < 150; count++) journal.recordScan(accepted, 'camera', now + count)
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['journal.sqlite-wal', 'journal.sqlite-shm']))
    expect(filesHolding(folder, personal)).toEqual([])
    journal.rebuild()
    expect(filesHolding(folder, personal)).toEqual([])
    journal.close()
    expect(filesHolding(folder, personal)).toEqual([])
    expect([...readEntries(folder, journalKey, 1)][0]?.payload).toContain('Nguyễn')
  })

  test('shows nothing of crossings, of the one being built, or of what they are found by', async () => {
    const folder = newFolder()
    const journal = await openIn(folder)
    const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey)
    for (let count = 0; count < 60; count++) {
      const seq = recordedBy(journal, crossingOf({ travellers: 4 }), now + count, `Trần Thị Bích Ngọc ${count}`)
      if (count % 9 === 0) journal.amendCrossing(seq, crossingOf({ decision: 'refused' }), why, now + count)
      if (count % 7 === 0) journal.voidCrossing(seq, { undone: true, why: null }, now + count, 'Phạm Minh Đức')
    }
    while (journal.indexSome() > 0);
    journal.shifts.close(now + 60)
    backUp(database, folder, 'a-test')
    database.close()
    expect(filesHolding(folder, personalOfCrossings)).toEqual([])
    journal.close()
    expect(filesHolding(folder, personalOfCrossings)).toEqual([])
    expect(readdirSync(folder, { recursive: true })).toEqual(
      expect.arrayContaining(['journal.sqlite', 'heads.jsonl', join('backups', 'a-test.sqlite')]),
    )
    const clear = openEncrypted(join(folder, 'journal.sqlite'), journalKey).serialize()
    for (const text of personalOfCrossings) expect([text, clear.includes(text)]).toEqual([text, true])
  })

  test('shows no table either: every page is sealed', async () => {
    const folder = newFolder()
    const journal = await openIn(folder)
    journal.recordScan(accepted, 'camera', now)
    journal.close()
    expect(filesHolding(folder, ['CREATE TABLE crossings', 'payload_hash'])).toEqual([])
  })

  test('is not opened with another key, and says so by its code', async () => {
    const folder = newFolder()
    ;(await openIn(folder)).close()
    const strange = { ...secrets, journalKey: () => kioskSeed }
    const place = { folder, kiosk: 'kiosk-1', secrets: strange, log: () => undefined }
    await expect(Journal.open(place)).rejects.toMatchObject({ code: 'JOURNAL_KEY_WRONG' })
    await expect(openIn(folder).then((journal) => journal.close())).resolves.toBeUndefined()
  })

  test('that was altered in one byte of a page is not believed', async () => {
    const folder = newFolder()
    const journal = await openIn(folder)
    for (let count = 0; count < 20; count++) journal.recordScan(accepted, 'camera', now)
    journal.close()
    const [{ page_size: pageSize }] = behindIts(folder, 'SELECT page_size FROM pragma_page_size') as [
      { page_size: number },
    ]
    const descriptor = openSync(join(folder, 'journal.sqlite'), 'r+')
    const byte = Buffer.alloc(1)
    // In every page but the first, which would already keep it from being opened.
    for (let at = pageSize + 100; at < statSync(join(folder, 'journal.sqlite')).size; at += pageSize) {
      readSync(descriptor, byte, 0, 1, at)
      writeSync(descriptor, Buffer.from([byte[0]! ^ 1]), 0, 1, at)
    }
    closeSync(descriptor)
    expect(check(folder).discords).toEqual([{ why: 'unreadable', seq: expect.any(Number) }])
  })

  test('takes a key of 32 bytes and no other', () => {
    expect(() => openEncrypted(join(newFolder(), 'journal.sqlite'), new Uint8Array(16))).toThrow('32 bytes')
  })
})

describe('a journal that an earlier version wrote in the clear', () => {
  test('is encrypted when it is opened, its entries unharmed and nothing of it left to read', async () => {
    const folder = plainJournal()
    expect(filesHolding(folder, personal)).not.toEqual([])
    const journal = await openIn(folder)
    expect(filesHolding(folder, personal)).toEqual([])
    expect(journal.day(now).total).toBe(40)
    expect(journal.recordScan(accepted, 'camera', now + 41)).toMatchObject({ seq: 41 })
    expect(journal.rebuild()).toEqual({ entries: 41, changed: false })
    journal.close()
    expect(check(folder)).toMatchObject({ intact: true, entries: 41 })
    expect(backupNames(folder)).toContain('encrypted-from-plain.sqlite')
    expect(filesHolding(folder, personal)).toEqual([])
  })

  test('is left alone the next time', async () => {
    const folder = plainJournal()
    ;(await openIn(folder)).close()
    const { ino } = statSync(join(folder, 'journal.sqlite'))
    ;(await openIn(folder)).close()
    expect(statSync(join(folder, 'journal.sqlite')).ino).toBe(ino)
  })

  test.each([
    ['after the old file was set aside', (file: string) => renameSync(file, `${file}.plain`)],
    ['while the copy was being written', (file: string) => openEncrypted(`${file}.encrypting`, kioskSeed).close()],
  ])('is encrypted all the same where the power was cut %s', async (_when, cut) => {
    const folder = plainJournal()
    const file = join(folder, 'journal.sqlite')
    const settled = new Database(file)
    settled.pragma('journal_mode = DELETE')
    settled.close()
    cut(file)
    const journal = await openIn(folder)
    expect(journal.day(now).total).toBe(40)
    journal.close()
    expect(writingOf(file)).toBe('sealed')
    expect(existsSync(`${file}.plain`)).toBe(false)
    expect(filesHolding(folder, personal)).toEqual([])
  })

  test('and that was encrypted but for the old file’s removal loses the old file', async () => {
    const folder = plainJournal()
    const file = join(folder, 'journal.sqlite')
    const old = new Database(file)
    old.exec(`VACUUM INTO '${file}.plain'`)
    old.close()
    for (const left of [file, `${file}-wal`, `${file}-shm`]) rmSync(left, { force: true })
    openEncrypted(file, journalKey).exec('CREATE TABLE t (x)').exec('DROP TABLE t').close()
    ;(await openIn(folder)).close()
    expect(existsSync(`${file}.plain`)).toBe(false)
    expect(behindIts(folder, 'SELECT count(*) AS count FROM entries')).toEqual([{ count: 0 }])
  })
})
