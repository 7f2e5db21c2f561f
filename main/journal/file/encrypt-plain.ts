/**
 * Encrypts a journal that an earlier version wrote in the clear, once. At every instant either the old file or the
 * whole new one is in place, so a crash in the middle loses nothing: the next start goes on from there.
 */
import { existsSync, renameSync, rmSync } from 'node:fs'
import Encrypted from 'better-sqlite3-multiple-ciphers'
import { backUp } from './backup.ts'
import { blankFile, shredFile, syncFile } from './durable-file.ts'
import { formatOf, JournalFromFuture, migrate, migrations } from './migrate.ts'
import { demandSchema } from './schema.ts'
import { demandDatabaseFiles, openEncrypted, writingOf, type Database } from './open-database.ts'

/** The only format that was ever written in the clear, and its tables, those first that others refer to. */
const plainFormat = 10
const plainTables = ['entries', 'payloads', 'scans']

/**
 * Sees to it that `file` is encrypted, and that nothing in the clear is left beside it. The encrypted copy is also kept
 * among the backups in `folder`.
 * @throws JournalFromFuture, JournalSchemaAltered, OwnFileReplaced
 */
export function encryptPlainJournal(folder: string, file: string, key: Uint8Array): void {
  const [copy, old] = [`${file}.encrypting`, `${file}.plain`]
  // What is overwritten here must be ours: behind a link it would be somebody else's.
  for (const each of [file, copy, old]) demandDatabaseFiles(each)
  if (existsSync(old) && !existsSync(file)) renameSync(old, file)
  if (writingOf(file) === 'plain') {
    settle(file)
    for (const left of [copy, `${copy}-wal`, `${copy}-shm`, `${copy}-journal`]) rmSync(left, { force: true })
    copyEncrypted(folder, file, copy, key)
    renameSync(file, old)
    renameSync(copy, file)
    syncFile(file)
  }
  if (existsSync(old)) shredFile(old)
}

/** Brings what the write-ahead log holds into the file itself, and removes the log. */
function settle(file: string): void {
  const database = new Encrypted(file)
  try {
    database.pragma('trusted_schema = OFF')
    const format = formatOf(database)
    if (format > plainFormat) throw new JournalFromFuture(format)
    demandSchema(database)
    database.pragma('synchronous = FULL')
    database.pragma('wal_checkpoint(FULL)')
    // All of it is in the file now. It is overwritten before it is removed, for it too is in the clear.
    if (existsSync(`${file}-wal`)) blankFile(`${file}-wal`)
    database.pragma('journal_mode = DELETE')
  } finally {
    database.close()
  }
}

function copyEncrypted(folder: string, file: string, copy: string, key: Uint8Array): void {
  const database = openEncrypted(copy, key)
  try {
    database.pragma('synchronous = FULL')
    database.prepare(`ATTACH ? AS plain KEY ''`).run(file)
    const format = formatOf(database, 'plain')
    const steps = migrations.filter(({ version }) => version <= format)
    migrate(database, () => undefined, steps)
    database.transaction(() => {
      if (format > 0) for (const table of plainTables) copyTable(database, table)
    })()
    database.exec('DETACH plain')
    if (format > 0) backUp(database, folder, 'encrypted-from-plain')
  } finally {
    database.close()
  }
  syncFile(copy)
}

function copyTable(database: Database, table: string): void {
  database.exec(`INSERT INTO main.${table} SELECT * FROM plain.${table}`)
  const counted = (schema: string): unknown => database.prepare(`SELECT count(*) FROM ${schema}.${table}`).pluck().get()
  if (counted('main') !== counted('plain')) throw new Error(`not every row of ${table} was encrypted`)
}
