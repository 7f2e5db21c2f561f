/**
 * A journal that an earlier version wrote. One that was set aside is kept as it was left: what is read is a copy, brought up
 * to date as the kiosk would have done, sealed as the journal is, and taken away again. One that is in use is brought up to
 * date itself.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demandOwnFiles } from '../../files/index.ts'
import { markFile } from '../vouched/end-mark.ts'
import { failureOf, JournalNotWritable } from './failure.ts'
import { JournalFromPast } from './migrate.ts'
import { JournalKeyWrong, openEncrypted, writingOf } from './open-database.ts'
import { openJournalFile } from './open-journal.ts'
import { openToRead } from './open-to-read.ts'
import type { Secrets } from './secrets.ts'

/** Where a journal can be read as this version writes it. */
export interface ReadableJournal {
  folder: string
  /** Takes the copy away, where there is one. */
  done: () => void
}

/**
 * The journal in a folder that nobody has open, or a copy of it where an earlier version wrote it.
 * @throws JournalNotWritable where there is no room for the copy, and what opening a journal throws
 */
export async function readableJournal(folder: string, secrets: Secrets): Promise<ReadableJournal> {
  if (!isOlder(folder, await secrets.journalKey())) return { folder, done: () => undefined }
  const place = mkdtempSync(join(tmpdir(), 'chot-journal-'))
  const done = (): void => rmSync(place, { recursive: true, force: true })
  try {
    const copy = join(place, 'journal')
    copyFiles(folder, copy)
    const { database, unlock } = await openJournalFile({ folder: copy, kiosk: '', secrets, log: () => undefined })
    database.close()
    unlock()
    return { folder: copy, done }
  } catch (error) {
    done()
    throw failureOf(error, place) === 'failed' ? error : new JournalNotWritable(place, { cause: error })
  }
}

/**
 * Brings the journal in a folder up to date where an earlier version wrote it, as each start of a kiosk does; any other is left
 * alone. Nobody may have it open.
 * @throws what opening a journal throws
 */
export async function bringUpToDate(folder: string, secrets: Secrets): Promise<void> {
  if (!isOlder(folder, await secrets.journalKey())) return
  const { database, unlock } = await openJournalFile({ folder, kiosk: '', secrets, log: () => undefined })
  database.close()
  unlock()
}

/** What cannot be opened is no earlier version's: whoever reads it finds out what it is. */
function isOlder(folder: string, key: Uint8Array): boolean {
  const file = join(folder, 'journal.sqlite')
  try {
    if (writingOf(file) === 'plain') return true
    openToRead(folder, key).close()
    return false
  } catch (error) {
    return error instanceof JournalFromPast || (error instanceof JournalKeyWrong && hasOlderCipher(file, key))
  }
}

function hasOlderCipher(file: string, key: Uint8Array): boolean {
  try {
    openEncrypted(file, key, { readonly: true, fileMustExist: true }, 'shared', 'chacha20').close()
    return true
  } catch {
    return false
  }
}

const read = /^(?:journal\.sqlite(?:-wal)?|heads(?:-behind-[0-9a-f]{12})?\.jsonl)$/

/** What a journal consists of, byte for byte: what is damaged in it is damaged in the copy. @throws OwnFileReplaced */
function copyFiles(folder: string, copy: string): void {
  mkdirSync(copy, { mode: 0o700 })
  const within = readdirSync(folder).filter((name) => read.test(name))
  const pairs = within.map((name): [string, string] => [join(folder, name), join(copy, name)])
  for (const [from, to] of [...pairs, [markFile(folder), markFile(copy)]] satisfies [string, string][]) {
    demandOwnFiles(from)
    if (existsSync(from)) copyFileSync(from, to)
  }
}
