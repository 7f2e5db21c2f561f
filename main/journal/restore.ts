/**
 * After a copy of a profile was put in place: the journal goes on from it in an epoch of its own, so that what this laptop
 * writes from now on is never taken for what was, or still is, written elsewhere behind the same entry. Its keys are new too.
 */
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import type { End } from '../../shared/ledger/end.ts'
import type { EarlierHead, RestoredFrom, RestoredWhy } from '../../shared/ledger/payloads.ts'
import { assemble } from './assemble.ts'
import { endKeyFrom } from './vouched/end-mark.ts'
import { headOf } from './chain/epoch.ts'
import { readFarMark } from './vouched/far-end.ts'
import { readHeads, replaceHeads } from './vouched/head-file.ts'
import { headsAfter } from './vouched/mend-heads.ts'
import { openJournalFile, type JournalPlace, type OpenedFile } from './file/open-journal.ts'
import type { NotRecorded } from './chain/recorder.ts'

/** What came of it. `lost`: how many entries are known to have been there that the copy does not have. */
export type Restored =
  | { recorded: true; head: EarlierHead; lost: number }
  | NotRecorded
  | { recorded: false; code: 'empty' }

/** Why it goes on from a copy, and what whoever put it there knows of how far the journal had come; epoch milliseconds. */
export interface Restoring {
  why: RestoredWhy
  known: End | null
  at: number
}

/**
 * Begins an epoch in the journal of a profile whose files were put back, as its first act. Where it ended, and the furthest
 * that anything on this machine still vouches for, stands in the entry. The crossing that was being built in the copy is
 * given up: whoever stood there has been decided about since.
 * @throws what opening a journal throws
 */
export async function restoreJournal(place: JournalPlace, { why, known, at }: Restoring): Promise<Restored> {
  const opened = await openJournalFile(place)
  const { database, unlock } = opened
  try {
    const from = headOf(database)
    if (!from) return { recorded: false, code: 'empty' }
    const furthest = [known, ...vouchedFor(place, opened)].filter((each) => each !== null && each.seq > from.seq)
    const beyond = furthest.reduce<End | null>(
      (one, other) => (other && other.seq > (one?.seq ?? 0) ? other : one),
      null,
    )
    parkHeads(place.folder, opened, from)
    // That the marks vouch for more than the copy has is what is being put right.
    const parts = assemble(place, opened, () => undefined, 'restoring')
    const payload: RestoredFrom = { why, from, known: beyond }
    const answer = parts.recorder.write('the journal was not taken up again', () => {
      const { seq } = parts.recorder.append({ kind: 'journal.restored', payload }, at)
      parts.recorder.append({ kind: 'kiosk.keys', payload: parts.keys.change(place.kiosk) }, at)
      parts.draft.write(null, parts.recorder.end())
      parts.recorder.sign(at)
      return seq
    })
    parts.vouchers.close()
    if (!answer.written) return { recorded: false, code: answer.code }
    return { recorded: true, head: headOf(database) ?? from, lost: (beyond?.seq ?? from.seq) - from.seq }
  } finally {
    database.close()
    unlock()
  }
}

/** Ends that something beside the journal vouches for. */
function vouchedFor({ folder, ends }: JournalPlace, { database, keys, mark }: OpenedFile): (End | null)[] {
  const far = ends === undefined ? null : readFarMark(database, ends, endKeyFrom(keys.kiosk))
  const marked = [mark, far].map((each) => (each?.found === 'end' ? each.end : null))
  return [...marked, ...readHeads(folder).heads.slice(-1)]
}

/** Heads of entries that the copy does not have are kept apart: they are true, and of another branch. */
function parkHeads(folder: string, { database }: OpenedFile, { hash }: EarlierHead): void {
  const own = headsAfter(database, 0)
  const last = own.at(-1)?.seq ?? 0
  if (readHeads(folder).heads.every(({ seq }) => seq <= last)) return
  const file = join(folder, 'heads.jsonl')
  renameSync(file, join(folder, `heads-behind-${hash.slice(0, 12)}.jsonl`))
  replaceHeads(folder, own)
}
