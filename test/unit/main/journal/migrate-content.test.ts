import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backupNames } from '../../../../main/journal/backup.ts'
import { entryHash, genesis, sha256, type Entry } from '../../../../main/journal/entry.ts'
import { readEntries, readScans } from '../../../../main/journal/index.ts'
import { formatOf, migrations } from '../../../../main/journal/migrate.ts'
import { openEncrypted } from '../../../../main/journal/open-database.ts'
import { kioskKeyFrom, signHead } from '../../../../main/journal/signed-head.ts'
import { localDay } from '../../../../shared/language/time.ts'
import { journalKey, kioskSeed } from '../../../fixtures/secrets.ts'
import { accepted, hour, now, rejected } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy } from './crossing-of.ts'
import { behindIts, check, latestFormat, newFolder, openIn } from './journal-in.ts'

const entries = 250
const kioskKey = kioskKeyFrom(kioskSeed)

/** A journal as an earlier version left it: scans, then a word for the clock, and in format 20 a head and an erasure. */
function journalOf(format: 10 | 20): string {
  const folder = newFolder()
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'journal.sqlite')
  const database = format === 10 ? new Database(file) : openEncrypted(file, journalKey)
  database.pragma('journal_mode = WAL')
  for (const { version, sql } of migrations) if (version <= format) database.exec(sql)
  database.pragma(`user_version = ${format}`)
  let previous = genesis
  const append = (seq: number, at: number, kind: string, content: object, kept = true): void => {
    const payload = JSON.stringify({ salt: `${seq}`, ...content })
    const header: Omit<Entry, 'hash'> = {
      seq,
      id: `id-${seq}`,
      at,
      kiosk: 'kiosk-1',
      officer: null,
      kind,
      payloadHash: sha256(payload),
      previous,
    }
    previous = entryHash(header)
    database
      .prepare('INSERT INTO entries VALUES (@seq, @id, @at, @kiosk, @officer, @kind, @payloadHash, @previous, @hash)')
      .run({ ...header, hash: previous })
    if (kept) database.prepare('INSERT INTO payloads VALUES (?, ?)').run(seq, payload)
  }
  for (let seq = 1; seq < entries; seq++) {
    const { text, ...verdict } = seq % 2 === 0 ? accepted : rejected
    const at = now + seq * 60_000
    const kept = format === 10 || seq > 3
    append(seq, at, 'scan.verified', { source: 'camera', textHash: sha256(text), ...verdict }, kept)
    if (!kept) continue
    const row = [seq, at, localDay(at), 'camera', verdict.outcome, JSON.stringify(verdict.reason), 'Nguyễn Văn An']
    database.prepare('INSERT INTO scans VALUES (?, ?, ?, ?, ?, ?, ?)').run(row)
  }
  if (format === 20) {
    const counts = [
      { day: localDay(now), outcome: 'accepted', count: 1 },
      { day: localDay(now), outcome: 'rejected', count: 2 },
    ]
    append(entries, now + hour, 'journal.erased', { before: now + 4 * 60_000, through: 99, counts })
    for (const { day, outcome, count } of counts)
      database.prepare('INSERT INTO erased_counts VALUES (?, ?, ?)').run(day, outcome, count)
    const head = signHead(kioskKey, { kiosk: 'kiosk-1', seq: entries, at: now, hash: previous })
    database.prepare('INSERT INTO heads VALUES (?, ?)').run(entries, JSON.stringify(head))
  } else append(entries, now + hour, 'clock.confirmed', { dismissed: now + 9 * hour })
  database.close()
  return folder
}

describe.each([10, 20] as const)('a journal of format %i', (format) => {
  async function migrated() {
    const folder = journalOf(format)
    const journal = await openIn(folder)
    onTestFinished(() => journal.close())
    return { folder, journal }
  }

  test('keeps its chain, its heads, its scans and its counts', async () => {
    const { folder, journal } = await migrated()
    expect(check(folder)).toMatchObject({ intact: true, entries })
    expect(check(folder)).toMatchObject({ signed: format === 20 ? entries : 0 })
    const day = journal.day(now)
    expect(day).toMatchObject({ total: entries - 1, byOutcome: { accepted: 124, rejected: 125 } })
    expect(day.last[0]).toMatchObject({
      seq: entries - 1,
      holder: 'Nguyễn Văn An',
      reason: { code: 'result-positive' },
    })
    expect([...readScans(folder, journalKey, localDay(now))]).toHaveLength(entries - 1)
    expect(journal.rebuild()).toEqual({ entries, changed: false })
  })

  test('knows the time as before', async () => {
    const { journal } = await migrated()
    const confirmed = { latest: now + hour, dismissed: now + 9 * hour }
    const never = { latest: now + (entries - 1) * 60_000, dismissed: null }
    expect(journal.clockEvidence()).toEqual(format === 10 ? confirmed : never)
  })

  test('takes crossings from then on', async () => {
    const { folder, journal } = await migrated()
    expect(recordedBy(journal, crossingOf(), now + hour)).toBe(entries + 1)
    expect(journal.day(now).crossings.total).toBe(1)
    expect(check(folder)).toMatchObject({ intact: true, entries: entries + 1 })
  })

  test('is backed up as it was before its tables change', async () => {
    const { folder } = await migrated()
    expect(backupNames(folder)).toContain(`format-${format}-before-${latestFormat}.sqlite`)
    const kept = openEncrypted(join(folder, 'backups', `format-${format}-before-${latestFormat}.sqlite`), journalKey)
    expect([formatOf(kept), kept.prepare('SELECT count(*) FROM payloads').pluck().get()]).toEqual([
      format,
      format === 10 ? entries : entries - 3,
    ])
    kept.close()
  })
})

test('a journal that nobody has opened since is not read as if it were up to date', () => {
  const folder = journalOf(20)
  expect(() => [...readEntries(folder, journalKey)]).toThrow(expect.objectContaining({ code: 'JOURNAL_FROM_PAST' }))
  openEncrypted(join(folder, 'journal.sqlite'), journalKey).pragma('user_version = 9999')
  expect(() => [...readEntries(folder, journalKey)]).toThrow(expect.objectContaining({ code: 'JOURNAL_FROM_FUTURE' }))
})

test('a journal of format 40 has its search index made anew, and the receipt that proves what was delivered found', async () => {
  const folder = newFolder()
  const search = { text: 'nguyen', from: null, to: null, decision: null, direction: null }
  const first = await openIn(folder)
  recordedBy(first, crossingOf(), now)
  for (const hash of ['f'.repeat(64), [...readEntries(folder, journalKey)][0]?.entry.hash ?? ''])
    first.recordReceipt({ through: 1, hash }, now)
  const found = first.search(search)
  expect(found.lines).toHaveLength(1)
  first.saveDraft('{}')
  first.close()
  const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey)
  database.exec(`DROP TABLE search_spans; CREATE TABLE search_days (day INTEGER PRIMARY KEY) STRICT;
    INSERT INTO search_days VALUES (20000); INSERT INTO search_blocks VALUES (85899345920000, 'of format 40');
    UPDATE search_progress SET through = 1; DROP INDEX entries_beliefs; DROP INDEX entries_begun; DROP INDEX entries_abandoned; DROP INDEX entries_erasures; ALTER TABLE delivered DROP COLUMN receipt; ALTER TABLE crossings DROP COLUMN recorded_at;
    ALTER TABLE open_crossing DROP COLUMN after_seq; ALTER TABLE open_crossing DROP COLUMN after_hash;
    PRAGMA user_version = 40`)
  database.close()
  const journal = await openIn(folder)
  onTestFinished(() => journal.close())
  expect([journal.readDraft(), journal.isDraftDoubted()]).toEqual(['{}', false])
  expect(journal.doubts).toEqual([])
  expect(journal.search(search)).toEqual(found)
  expect([journal.delivered(), behindIts(folder, 'SELECT * FROM delivered')]).toEqual([
    1,
    [{ id: 1, through: 1, receipt: 3 }],
  ])
  const blocks = openEncrypted(join(folder, 'journal.sqlite'), journalKey, { readonly: true })
  expect(blocks.prepare('SELECT * FROM search_blocks').all()).toEqual([])
  blocks.close()
})
