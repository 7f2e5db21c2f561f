/** A journal's file in which somebody planted what would run with the first thing that is read or written. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { sayDiscord } from '../../../../main/journal/check/say-discord.ts'
import { encryptPlainJournal } from '../../../../main/journal/file/encrypt-plain.ts'
import { copyJournal, readEntries } from '../../../../main/journal/index.ts'
import { migrations } from '../../../../main/journal/file/migrate.ts'
import { renewCipher } from '../../../../main/journal/file/older-cipher.ts'
import { openEncrypted, writingOf } from '../../../../main/journal/file/open-database.ts'
import { schemaFault } from '../../../../main/journal/file/schema.ts'
import { madeFormats, madeJournal } from '../../../fixtures/journals/made-journals.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { accepted, now } from '../../../fixtures/verdicts.ts'
import { behindIts, check, newFolder, openIn } from './journal-in.ts'

/** What somebody who has the key may write, what it is called, and how it differs. */
const planted = [
  [
    'a trigger that takes what is doubted back',
    `CREATE TRIGGER evil AFTER INSERT ON entries BEGIN DELETE FROM entries WHERE seq = new.seq; END`,
    { object: 'trigger evil', fault: 'added' },
  ],
  [
    'a view in place of a table',
    `DROP TABLE scans;
     CREATE VIEW scans AS WITH RECURSIVE n (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n) SELECT at FROM n`,
    { object: 'view scans', fault: 'added' },
  ],
  ['a table of its own', `CREATE TABLE mine (x)`, { object: 'table mine', fault: 'added' }],
  [
    'a table that looks the same and forgets',
    `CREATE TABLE theirs (id INTEGER PRIMARY KEY CHECK (id = 1), content TEXT NOT NULL, after_seq INTEGER NOT NULL
       DEFAULT 0, after_hash TEXT NOT NULL DEFAULT '', UNIQUE (id) ON CONFLICT IGNORE);
     DROP TABLE open_crossing; ALTER TABLE theirs RENAME TO open_crossing`,
    { object: 'index sqlite_autoindex_open_crossing_1', fault: 'added' },
  ],
  ['an index less', `DROP INDEX entries_keys`, { object: 'index entries_keys', fault: 'missing' }],
  [
    'an index of something else',
    `DROP INDEX entries_keys; CREATE INDEX entries_keys ON entries (seq) WHERE kind = 'x'`,
    { object: 'index entries_keys', fault: 'altered' },
  ],
  ['an endless name', `CREATE TABLE "${'x'.repeat(500)}" (x)`, { object: `table ${'x'.repeat(74)}`, fault: 'added' }],
] as const

/** A closed journal of one scan. */
async function closedJournal(): Promise<string> {
  const folder = newFolder()
  const journal = await openIn(folder)
  journal.recordScan(accepted, 'camera', now)
  journal.close()
  return folder
}

const bytesOf = (folder: string): Buffer => readFileSync(join(folder, 'journal.sqlite'))

describe.each(planted)('a journal in which stands %s', (_, sql, fault) => {
  test('is opened by nobody, and nothing is written to it', async () => {
    const folder = await closedJournal()
    behindIts(folder, sql)
    const before = bytesOf(folder)
    const refused = expect.objectContaining({ code: 'JOURNAL_SCHEMA_ALTERED', fault })
    await expect(openIn(folder)).rejects.toEqual(refused)
    expect(() => [...readEntries(folder, journalKey)]).toThrow(refused)
    expect(() => copyJournal(folder, journalKey, join(newFolder(), 'copy.sqlite'))).toThrow(refused)
    expect(bytesOf(folder)).toEqual(before)
  })

  test('is named by a check, in both languages', async () => {
    const folder = await closedJournal()
    behindIts(folder, sql)
    const { discords } = check(folder)
    expect(discords).toEqual([{ why: 'schema-altered', seq: 0, ...fault }])
    for (const locale of ['vi', 'en'] as const) expect(sayDiscord(locale, discords[0]!)).toContain(fault.object)
  })
})

/** A journal of a format, sealed as journals are now: the first version had none, the next another cipher. */
function sealedAsNow(format: number): string {
  const folder = madeJournal(format)
  const file = join(folder, 'journal.sqlite')
  if (writingOf(file) === 'plain') encryptPlainJournal(folder, file, journalKey)
  else if (format === 20) renewCipher(file, journalKey)
  return folder
}

describe.each(madeFormats)('a journal of format %i', (format) => {
  test('has the tables of its format and no others', () => {
    const database = openEncrypted(join(sealedAsNow(format), 'journal.sqlite'), journalKey)
    expect(schemaFault(database)).toBeNull()
    database.close()
  })

  test('is not brought up to date where somebody planted a trigger in it', async () => {
    const folder = sealedAsNow(format)
    behindIts(folder, `CREATE TRIGGER evil AFTER INSERT ON entries BEGIN DELETE FROM entries; END`)
    await expect(openIn(folder)).rejects.toMatchObject({ fault: { object: 'trigger evil', fault: 'added' } })
    expect(behindIts(folder, 'SELECT user_version FROM pragma_user_version')).toEqual([{ user_version: format }])
  })
})

test('a journal that says it is of another format than it is, is not opened', async () => {
  const folder = await closedJournal()
  behindIts(folder, 'PRAGMA user_version = 0')
  await expect(openIn(folder)).rejects.toMatchObject({ code: 'JOURNAL_SCHEMA_ALTERED' })
})

test('a file in the clear that calls itself an older journal is taken only with the tables of one', async () => {
  const folder = newFolder()
  const file = join(folder, 'journal.sqlite')
  const plain = new Database(file)
  for (const { version, sql } of migrations.slice(0, 1)) plain.exec(sql).pragma(`user_version = ${version}`)
  plain.exec(`DROP TABLE scans; CREATE VIEW scans AS SELECT 1`).close()
  const before = bytesOf(folder)
  await expect(openIn(folder)).rejects.toMatchObject({ fault: { object: 'view scans', fault: 'added' } })
  expect(bytesOf(folder)).toEqual(before)
})

test('what stands in a schema calls nothing that Chốt itself could call', async () => {
  const database = openEncrypted(join(await closedJournal(), 'journal.sqlite'), journalKey)
  database.function('ours', () => 'called')
  database.exec('CREATE TEMP VIEW asked AS SELECT ours() AS said; CREATE VIEW asks AS SELECT ours() AS said')
  expect(() => database.prepare('SELECT said FROM asks').get()).toThrow('unsafe use of ours()')
  database.close()
})
