/**
 * The one place that opens the journal's file: encrypted page by page (AEGIS-256 of SQLite3 Multiple Ciphers, each
 * page with its own nonce and tag), its write-ahead log included.
 */
import { closeSync, readSync } from 'node:fs'
import type Sqlite from 'better-sqlite3'
import Encrypted from 'better-sqlite3-multiple-ciphers'
import { demandOwnFiles, openOwnFile } from '../../files/index.ts'

/** An open database, encrypted or not. */
export type Database = Sqlite.Database

/** One whose key can be changed. */
type KeyedDatabase = Database & { rekey(key: Buffer): number }

/** Length of the key, in bytes. */
const keyLength = 32

/** How every file of SQLite that is not encrypted begins; in an encrypted one this is the salt. */
const plainStart = Buffer.from('SQLite format 3\0', 'latin1')

/** The key does not open this journal: `secret.json` is another profile's, or the journal is damaged from its first byte. */
export class JournalKeyWrong extends Error {
  readonly code = 'JOURNAL_KEY_WRONG'
  constructor(file: string, options?: ErrorOptions) {
    super(`the key of this profile does not open ${file}`, options)
    this.name = 'JournalKeyWrong'
  }
}

/** The code of an error of SQLite or of the system; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Whether an error says that what is on the disk cannot be read: a page is damaged, or was written with another key. */
export function isReadFault(error: unknown): boolean {
  const code = codeOf(error)
  return ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR'].some((each) => code.startsWith(each))
}

/** What SQLite opens with a file, by names that it makes itself. */
const companions = ['-wal', '-shm', '-journal']

/** Of a database's file and all that SQLite opens with it. @throws OwnFileReplaced */
export function demandDatabaseFiles(file: string): void {
  demandOwnFiles(file, ...companions.map((each) => `${file}${each}`))
}

/**
 * Opens `file` with a raw key of 32 bytes; no password hashing stands between, so opening takes a millisecond.
 * Temporary tables and indices stay in memory, and what is deleted is overwritten.
 * @param cipher another than the usual one only to bring an older journal up to date; see older-cipher.ts
 * @param readers whether others may read it meanwhile; see log-index.ts
 * @throws JournalKeyWrong, OwnFileReplaced
 */
export function openEncrypted(
  file: string,
  key: Uint8Array,
  options: Sqlite.Options = {},
  readers: 'shared' | 'alone' = 'shared',
  cipher: 'aegis' | 'chacha20' = 'aegis',
): KeyedDatabase {
  if (key.length !== keyLength) throw new RangeError(`a journal's key has ${keyLength} bytes and not ${key.length}`)
  demandDatabaseFiles(file)
  const database = new Encrypted(file, options)
  try {
    database.pragma(`cipher = '${cipher}'`)
    database.key(Buffer.concat([Buffer.from('raw:'), key]))
    database.pragma('temp_store = MEMORY')
    database.pragma('secure_delete = ON')
    // What somebody wrote into the schema calls no function of ours; see schema.ts.
    database.pragma('trusted_schema = OFF')
    if (readers === 'alone') database.pragma('locking_mode = EXCLUSIVE')
    // The first read is what shows whether the key fits.
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return database
  } catch (error) {
    database.close()
    if (codeOf(error) === 'SQLITE_NOTADB') throw new JournalKeyWrong(file, { cause: error })
    throw error
  }
}

/**
 * How `file` is written: in the clear, or sealed with a key; null where there is none, or nothing in it.
 * @throws OwnFileReplaced
 */
export function writingOf(file: string): 'plain' | 'sealed' | null {
  let descriptor
  try {
    descriptor = openOwnFile(file)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
  try {
    const start = Buffer.alloc(plainStart.length)
    const length = readSync(descriptor, start, 0, start.length, 0)
    if (length === 0) return null
    return start.equals(plainStart) ? 'plain' : 'sealed'
  } finally {
    closeSync(descriptor)
  }
}
