/**
 * Beginning anew: the journal that was there is set aside in the profile under a name of its own, kept and readable. What
 * the new one begins behind is written down before anything is moved, so that a power cut at any instant leaves either the
 * old journal or the beginning of the new.
 */
import { existsSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as v from 'valibot'
import { begunSchema, type Begun, type EarlierHead } from '../../shared/ledger/payloads.ts'
import { localDay } from '../../shared/language/time.ts'
import { readForeignFileIfThere, renameDurably, replaceOwnFile } from '../files/index.ts'
import { endKeyFrom, markFile, readMark } from './vouched/end-mark.ts'
import { headOf } from './chain/epoch.ts'
import { readHeads } from './vouched/head-file.ts'
import { lastEvent } from './chain/last-event.ts'
import type { Keys } from './file/secrets.ts'
import { openToRead } from './file/open-to-read.ts'
import { lockProfile } from './file/profile-lock.ts'

/** What a journal that is being begun comes after: it is there until the new journal says so itself. */
const beginningSchema = v.object({
  follows: v.object({ ...v.unwrap(begunSchema.entries.follows).entries, seq: v.number() }),
  /** What the old one said last of what is believed: nothing older may take its place in the new one either. */
  believed: v.nullable(v.record(v.string(), v.unknown())),
  /** Whether its officers can be read, who then go on in the new one. */
  officers: v.optional(v.boolean(), false),
})
export type Beginning = v.InferOutput<typeof beginningSchema>

/** What can be known of a journal that is to be set aside. */
type Known = Pick<Beginning, 'believed' | 'officers'> & { head: EarlierHead }

/** Bytes of what is written down before a journal is moved: some hundreds. */
const mostRead = 1 << 16

const nothingKnown: EarlierHead = { seq: 0, hash: '0'.repeat(64), epoch: null }
const fileOf = (folder: string): string => `${resolve(folder)}.begin`

/** Names of journals that were set aside, as their folders in the profile have them. */
export const setAsideName = /^journal-\d{4}-\d{2}-\d{2}-[0-9a-f]{12}(-\d+)?$/

/**
 * Sets the journal in a folder aside. Answers with what it is called now, and where it ended as far as that can be known
 * without its key, if there is none.
 * @param keys null: nobody has them
 * @param at epoch milliseconds
 * @throws ProfileInUse, and what the system says where it cannot be moved
 */
export function setJournalAside(folder: string, keys: Keys | null, at: number): NonNullable<Begun['follows']> {
  const unlock = lockProfile(folder)
  try {
    const { head, believed, officers } = knownOf(folder, keys)
    const follows = { ...head, folder: freeName(folder, head.epoch ?? head.hash, at) }
    const aside = join(dirname(resolve(folder)), follows.folder)
    replaceOwnFile(fileOf(folder), JSON.stringify({ follows, believed, officers } satisfies Beginning))
    // Windows moves no folder of which a file is open.
    if (process.platform === 'win32') unlock()
    renameDurably(folder, aside)
    finishSettingAside(folder)
    return follows
  } finally {
    if (process.platform !== 'win32') unlock()
  }
}

/** What a power cut has left undone of that; asked whenever a journal is opened. */
export function finishSettingAside(folder: string): void {
  const beginning = readBeginning(folder)
  if (!beginning) return
  const aside = asideOf(folder, beginning)
  // Nothing was moved: the old journal goes on, and whoever wanted another sees that it is not there.
  if (!existsSync(aside)) return forgetBeginning(folder)
  if (!existsSync(markFile(aside)) && existsSync(markFile(folder))) renameDurably(markFile(folder), markFile(aside))
}

/** What the journal in a folder begins behind; null: it follows none that was set aside, or says so already. */
export function readBeginning(folder: string): Beginning | null {
  try {
    const file = readForeignFileIfThere(fileOf(folder), mostRead)
    const read = v.safeParse(beginningSchema, file && JSON.parse(file.bytes.toString('utf8')))
    return read.success && setAsideName.test(read.output.follows.folder) ? read.output : null
  } catch {
    return null
  }
}

/** Where the journal lies that the one in a folder begins behind. */
export const asideOf = (folder: string, { follows }: Beginning): string =>
  join(dirname(resolve(folder)), follows.folder)

/** The journal says itself what it follows. */
export function forgetBeginning(folder: string): void {
  rmSync(fileOf(folder), { force: true })
}

/** From the journal itself, else from the mark of its end, else from its last signed head. */
function knownOf(folder: string, keys: Keys | null): Known {
  const read = keys && readKnown(folder, keys)
  if (read) return read
  const mark = keys && readMark(markFile(folder), endKeyFrom(keys.kiosk))
  if (mark?.found === 'end') return { head: { ...mark.end, epoch: null }, believed: null, officers: false }
  const last = readHeads(folder).heads.at(-1)
  return {
    head: last ? { seq: last.seq, hash: last.hash, epoch: null } : nothingKnown,
    believed: null,
    officers: false,
  }
}

/** Null where it cannot be read: that it is damaged, or of another version, is why somebody begins anew. */
function readKnown(folder: string, keys: Keys): Known | null {
  try {
    const database = openToRead(folder, keys.journal)
    try {
      const believed = v.safeParse(beginningSchema.entries.believed, lastEvent(database, 'trust.believed'))
      return {
        head: headOf(database) ?? nothingKnown,
        believed: believed.success ? believed.output : null,
        officers: true,
      }
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}

function freeName(folder: string, hash: string, at: number): string {
  const name = `journal-${localDay(at)}-${hash.slice(0, 12)}`
  let free = name
  for (let count = 2; existsSync(join(dirname(resolve(folder)), free)); count++) free = `${name}-${count}`
  return free
}
