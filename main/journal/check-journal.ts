/**
 * Checks a whole journal, also while a kiosk writes it: chain, heads, end, and everything that is derived from entries.
 * It is checked as of the entry that was the last at first, in short read transactions, however much is written
 * meanwhile.
 */
import { readAsOf } from './check/as-of.ts'
import { checkFile, type FileCheck } from './check/check-file.ts'
import { checkDraft } from './check/check-draft.ts'
import { checkMarkAge } from './check/check-end.ts'
import { checkHeads } from './check/check-heads.ts'
import { checkKeys, checkReceipts } from './check/check-own.ts'
import { checkSearch } from './check/check-search.ts'
import { isMendable, type Discord } from '../../shared/ledger/discord.ts'
import { findUnfounded, type LastRows } from './check/unfounded-rows.ts'
import { walkEntries, type Earlier } from './check/walk-entries.ts'
import { readFarMark } from './vouched/far-end.ts'
import { endKeyFrom, markFile, readMark, type Mark } from './vouched/end-mark.ts'
import { isReadFault, type Database } from './file/open-database.ts'
import { openToRead } from './file/open-to-read.ts'
import { JournalSchemaAltered } from './file/schema.ts'
import type { Keys } from './file/secrets.ts'
import { kioskKeyFrom } from './chain/kiosk-keys.ts'
import type { SignedHead } from './vouched/signed-head.ts'

/** What a check found. Empty `discords`: the journal is intact, as far as it was looked at. */
export interface JournalAnswer {
  /** How many there were when the check began. */
  entries: number
  /** The hash of the last entry. */
  head: string
  /** The last entry under a signed head; 0: none. */
  signed: number
  /** The first entry that does not fit the chain, the first row that does not agree, and so on: one of each kind. */
  discords: Discord[]
  /** What was found when the journal was opened earlier, by the entry that says so: the first hundred. */
  earlier: Earlier[]
}

/** What is being compared. */
export type CheckPart = 'entries' | 'rows' | 'search'

/** What is looked at, and who hears how far it is. */
export interface CheckOptions {
  /** Further heads, as printed on a report. */
  shown?: readonly SignedHead[]
  /** The folder of this user's settings where the end is marked once more; absent: it is not asked. */
  ends?: string
  /** Whether the search index is compared too: most of the work. By default it is. */
  search?: boolean
  /** Entries that are compared in one read transaction. By default a thousand. */
  size?: number
  /** Called after every run: what is being compared, and how much of that is done, from 0 to 1. */
  progress?: (part: CheckPart, share: number) => void
}

/**
 * Checks the journal in `folder`.
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture; and where there is no journal
 */
export function checkJournal(folder: string, keys: Keys, options: CheckOptions = {}): JournalAnswer {
  const { shown = [], search = true, ends, size, progress = () => undefined } = options
  // Before the journal: a kiosk that records meanwhile writes the entry first.
  const endKey = endKeyFrom(keys.kiosk)
  const near = (): Mark => readMark(markFile(folder), endKey)
  const mark = near()
  const answer: JournalAnswer = { entries: 0, head: '', signed: 0, discords: [], earlier: [] }
  let database
  try {
    database = openToRead(folder, keys.journal)
    const far = ends === undefined ? null : readFarMark(database, ends, endKey)
    const asOf = readAsOf(database, folder, kioskKeyFrom(keys.kiosk), { near: mark, far })
    const heads = checkHeads(asOf, shown)
    const runs = size === undefined ? {} : { size }
    const walked = { end: asOf.end, signed: heads.signed, ...runs }
    const { end, misfit, row, earlier } = walkEntries(database, walked, (entries, of) => {
      answer.entries = entries
      progress('entries', of === 0 ? 1 : entries / of)
    })
    Object.assign(answer, { entries: end.seq, head: end.hash, signed: heads.last, earlier })
    const truncated: Discord | null =
      misfit === null && heads.last > end.seq ? { why: 'truncated', seq: end.seq + 1 } : null
    answer.discords.push(...[...heads.faults, misfit ?? truncated, row].filter((each) => each !== null))
    // What is derived can only be compared with entries that hold, and is told from one discord on.
    const compare = { folder, ...runs, search, progress }
    const further = (misfit ?? row) ? null : compareRows(database, asOf.lastRows, compare)
    if (further) answer.discords.push(further)
    answer.discords.push(
      ...asOf.faults,
      ...[
        checkMarkAge(database, far ?? { found: 'missing' }, near),
        checkDraft(database),
        checkReceipts(database),
        checkKeys(database),
      ].filter((each) => each !== null),
    )
  } catch (error) {
    // Nothing else is read then: a table may be a view, which answers what it likes or never ends.
    if (error instanceof JournalSchemaAltered) answer.discords.push({ why: 'schema-altered', seq: 0, ...error.fault })
    else if (!isReadFault(error)) throw error
    else answer.discords.push({ why: 'unreadable', seq: answer.entries + 1 })
  } finally {
    database?.close()
  }
  // What cannot be mended comes first.
  answer.discords.sort((one, other) => Number(isMendable(one)) - Number(isMendable(other)))
  return answer
}

/** Rows that no entry leads to, the file's trees, and what crossings are found by. */
function compareRows(
  database: Database,
  lastRows: LastRows,
  { search, progress, ...runs }: Omit<FileCheck, 'progress'> & Required<Pick<CheckOptions, 'search' | 'progress'>>,
): Discord | null {
  progress('rows', 0)
  const found =
    findUnfounded(database, lastRows) ?? checkFile(database, { ...runs, progress: () => progress('rows', 0) })
  return found || !search ? found : checkSearch(database, (share) => progress('search', share))
}
