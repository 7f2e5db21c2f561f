/** What the next opening of a journal would doubt, found without opening it to write. */
import type { Discord } from '../../shared/ledger/discord.ts'
import { checkAtOpening } from './check/at-opening.ts'
import type { Keys } from './file/secrets.ts'
import { openToRead } from './file/open-to-read.ts'
import { endKeyFrom, markFile, readMark } from './vouched/end-mark.ts'
import { readFarMark } from './vouched/far-end.ts'

/**
 * Compares the journal in `folder` with the marks of its end and in part with itself, in bounded work.
 * @param ends the folder of this user's settings where the end is marked once more; absent: it is not asked
 * @throws what `openToRead` throws; and where there is no journal
 */
export function lookAtJournal(folder: string, keys: Keys, ends: string | undefined): Discord[] {
  const endKey = endKeyFrom(keys.kiosk)
  const near = readMark(markFile(folder), endKey)
  const database = openToRead(folder, keys.journal)
  try {
    return checkAtOpening(
      database,
      near,
      ends === undefined ? { found: 'missing' } : readFarMark(database, ends, endKey),
    )
  } finally {
    database.close()
  }
}
