/** One trip, whichever way it goes, and what is said of it. */
import { inBoth, type Sentences } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import type { Disk } from './disk.ts'
import { tripByFolder, type FolderTrip, type Progress } from './folder-trip.ts'
import { rememberTry, setOut, type Ground } from './ground.ts'
import { sayReason, type SyncReason } from './status/said-reasons.ts'
import type { Fetch } from './wire/wire.ts'
import { tripByWire } from './wire/wire-trip.ts'

/** How a trip ended. */
export interface Travelled {
  /** Null: all that could be done was done. */
  why: SyncReason | null
  batches: number
  /** Null by wire. */
  folder: Pick<FolderTrip, 'answer' | 'strangers'> | null
  /** What the hub asked for, in milliseconds; null: nothing. */
  retryAfter: number | null
  /** Bytes that the way was found to let through at a time, where that is less than a batch may have; null: it lets all through. */
  most: number | null
}

/** What a trip is made with. `folder` null: by wire. */
export interface Travelling {
  folder: string | null
  stick: Disk
  fetch: Fetch
  hear: Progress
}

/** Makes a trip. What this computer's own disk does is an outcome too. @throws what is a fault of the program */
export async function travel(ground: Ground, { folder, stick, fetch, hear }: Travelling): Promise<Travelled> {
  const none = { batches: 0, folder: null, retryAfter: null, most: null }
  const ended = async (why: SyncReason): Promise<Travelled> => {
    await rememberTry(ground, { at: ground.now(), way: folder === null ? 'wire' : 'folder', why })
    return { ...none, why }
  }
  try {
    const trip = await setOut(ground)
    if (typeof trip === 'string') return { ...none, why: trip }
    if (folder === null) {
      const { ledger } = ground
      const from = ledger.delivered('integrated')
      const waiting = (ledger.head()?.seq ?? 0) - from
      return { ...(await tripByWire(trip, fetch, (through) => hear(through - from, waiting))), folder: null }
    }
    // A name that leads nowhere is a stick that was pulled, and no reason to make a folder on this computer.
    if (!(await stick.isFolder(folder))) return await ended('nothing-plugged')
    const { answer, batches, strangers, why } = await tripByFolder(trip, stick, folder, hear)
    return { why, batches, folder: { answer, strangers }, retryAfter: null, most: null }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'syscall' in error) && !isNotSealed(error)) throw error
    return await ended('own-disk').catch(() => ({ ...none, why: 'own-disk' as const }))
  }
}

/** A thread says what a disk did to it by the system's code alone. */
const isNotSealed = (error: unknown): boolean =>
  error instanceof Error && error.name === 'NotSealed' && 'code' in error && /^E[A-Z]+$/.test(String(error.code))

const done = {
  wire: {
    vi: 'Máy chủ có {receipted} trong {head} bản ghi theo biên nhận{waiting, plural, =0 {: đã giao hết} other {, còn {waiting} bản ghi}}.',
    en: 'The hub has {receipted} of {head} entries by its receipts{waiting, plural, =0 {: all are delivered} other {, {waiting} are waiting}}.',
  },
  smaller: {
    vi: 'Đường truyền chỉ cho qua chừng {kilobytes} kB mỗi lần nên lô được chia nhỏ.',
    en: 'The way lets some {kilobytes} kB through at a time, so batches were made smaller.',
  },
  folder: {
    vi: 'USB: {batches} lô đang nằm trên đó; trả lời của máy chủ: {answer, select, taken {đã nhận} none {không có} other {không đọc được}}. Rút được.',
    en: 'Stick: {batches, plural, one {# batch lies} other {# batches lie}} on it; the hub’s answer: {answer, select, taken {taken in} none {there is none} other {cannot be read}}. It may be pulled.',
  },
} as const satisfies Record<string, Sentences>

/** How far the hub has the journal, in a sentence. */
export const sayCounts = (counts: { head: number; receipted: number; waiting: number }): Sentences =>
  inBoth((locale) => say(locale, done.wire[locale], counts))

/** What came of a trip, in a sentence: what was done, or what to do. */
export function sayTravelled(
  { why, batches, folder, most }: Travelled,
  counts: Parameters<typeof sayCounts>[0],
): Sentences {
  const reason = why === null ? null : sayReason(why)
  const said = reason ?? sayCounts(counts)
  if (most !== null) {
    const kilobytes = Math.ceil(most / 1000)
    return inBoth((locale) => `${said[locale]} ${say(locale, done.smaller[locale], { kilobytes })}`)
  }
  if (reason || folder === null) return said
  return inBoth((locale) => say(locale, done.folder[locale], { batches, answer: folder.answer }))
}
