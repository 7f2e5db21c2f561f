/** What of a closed journal its hub has given no receipt for: asked before anything is done after which it is sent no more. */
import { endOf } from '../vouched/end-mark.ts'
import { openToRead } from '../file/open-to-read.ts'
import { OutgoingEntries } from './outgoing.ts'
import { Receipts } from './receipts.ts'

/** Entries that wait, and when the oldest of them was written (epoch milliseconds). */
export interface Undelivered {
  entries: number
  oldestAt: number
}

/** Counts them; null: each has its receipt, or no hub is to have them. @throws what `openToRead` throws */
export function readUndelivered(folder: string, key: Uint8Array): Undelivered | null {
  const database = openToRead(folder, key)
  try {
    const receipts = new Receipts(database)
    if (!receipts.hub()) return null
    const delivered = receipts.through('integrated')
    const oldest = new OutgoingEntries(database).header(delivered + 1)
    return oldest && { entries: endOf(database).seq - delivered, oldestAt: oldest.at }
  } finally {
    database.close()
  }
}
