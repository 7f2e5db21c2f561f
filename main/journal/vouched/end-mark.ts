/**
 * `journal.end`: the last entry's number and hash, beside the journal's folder and not in it, so that a journal that was
 * cut short, emptied or put back to an older copy is told by it. It is written once whoever waits for an entry has been
 * answered, and has a MAC under a key that only the profile's secret gives.
 *
 * It never runs ahead: an entry is on disk before it is marked. A crash or a power cut leaves it behind, by as much as
 * was not written or on disk yet, and then it vouches for less. It is one line of a fixed length, far shorter than a disk's sector,
 * and overwritten in place, so it is whole at every instant.
 */
import { createHmac, createSecretKey, hkdfSync, timingSafeEqual, type KeyObject } from 'node:crypto'
import { closeSync, constants, fsyncSync, mkdirSync, writeSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { End } from '../../../shared/ledger/end.ts'
import { openOwnFile, readForeignFileIfThere, replaceOwnFile } from '../../files/index.ts'
import { genesis } from '../chain/entry.ts'
import type { Database } from '../file/open-database.ts'
import { prepared } from '../file/prepared.ts'

/** Where an empty journal ends. */
export const emptyEnd: End = { seq: 0, hash: genesis }

const lastEntry = prepared<[], End>('SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1')

/** Where a journal ends. */
export const endOf = (database: Database): End => lastEntry(database).get() ?? emptyEnd

/** What the mark of a journal says. `damaged`: it holds something else, or was not made with this profile's secret. */
export type Mark = { found: 'end'; end: End } | { found: 'missing' } | { found: 'damaged' }

/** More than the mark is long, in bytes: what is longer is none. */
const mostRead = 4096

const form = /^(chot journal end (\d{16}) ([0-9a-f]{64})) ([0-9a-f]{64})\n$/

/** The mark of the journal in a folder. */
export const markFile = (folder: string): string => `${resolve(folder)}.end`

/** The mark of an epoch in the folder of this user's settings: a profile that is put back whole does not bring it along. */
export const farMarkFile = (ends: string, epoch: string): string => join(ends, `${epoch.slice(0, 32)}.end`)

/** The key of the mark, from the kiosk's secret 32 bytes (HKDF-SHA-256, RFC 5869). */
export function endKeyFrom(kioskSeed: Uint8Array): KeyObject {
  return createSecretKey(new Uint8Array(hkdfSync('sha256', kioskSeed, '', 'chot journal end', 32)))
}

const macOf = (key: KeyObject, text: string): string => createHmac('sha256', key).update(text).digest('hex')

function lineOf(key: KeyObject, { seq, hash }: End): string {
  const text = `chot journal end ${String(seq).padStart(16, '0')} ${hash}`
  return `${text} ${macOf(key, text)}\n`
}

/** Reads a mark, also while a kiosk writes it. */
export function readMark(markedIn: string, key: KeyObject): Mark {
  let text
  try {
    const file = readForeignFileIfThere(markedIn, mostRead)
    if (!file) return { found: 'missing' }
    text = file.bytes.toString('latin1')
  } catch {
    return { found: 'damaged' }
  }
  const [, marked = '', seq = '', hash = '', mac = ''] = form.exec(text) ?? []
  if (marked === '' || !timingSafeEqual(Buffer.from(macOf(key, marked)), Buffer.from(mac))) return { found: 'damaged' }
  return { found: 'end', end: { seq: Number(seq), hash } }
}

/** The writing end of a mark. Its calls throw where the disk will not take it. */
export class EndMark {
  private readonly file: string
  private readonly key: KeyObject
  private whole: boolean
  private descriptor: number | null = null
  private marked: number | null = null

  /** @param found what was read of the mark; what is no mark is replaced */
  constructor(file: string, key: KeyObject, found: Mark['found']) {
    this.file = file
    this.key = key
    this.whole = found === 'end'
  }

  /** Marks where the journal ends now: one write into an open file, and not waited for. */
  write(end: End): void {
    if (end.seq === this.marked) return
    const line = lineOf(this.key, end)
    if (!this.whole) this.replace(line)
    this.descriptor ??= openOwnFile(this.file, constants.O_RDWR)
    writeSync(this.descriptor, line, 0, 'latin1')
    this.marked = end.seq
  }

  /** Waits until it is on disk. */
  sync(): void {
    if (this.descriptor !== null) fsyncSync(this.descriptor)
  }

  close(): void {
    if (this.descriptor !== null) closeSync(this.descriptor)
    this.descriptor = null
  }

  /** A whole file takes the old one's place, and is on disk before it does. */
  private replace(line: string): void {
    mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 })
    replaceOwnFile(this.file, line)
    this.whole = true
  }
}
