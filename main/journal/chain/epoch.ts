/**
 * Epochs: a stretch of a journal that nobody else can have gone on from. One begins with the first entry, with each that says
 * that the journal goes on from a copy, and behind the last entry that a hub has too, where it has others after that; its
 * name is that entry's hash. Two laptops with the same copy are in two epochs.
 */
import type { End } from '../../../shared/ledger/end.ts'
import type { EarlierHead } from '../../../shared/ledger/payloads.ts'
import { endOf } from '../vouched/end-mark.ts'
import type { Database } from '../file/open-database.ts'
import { prepared } from '../file/prepared.ts'

/** One epoch of a journal: its first entry, and its last so far. */
export interface Epoch {
  epoch: string
  from: number
  through: number
}

const beginnings = prepared<[], End>(
  `SELECT seq, hash FROM entries WHERE seq = 1
   UNION SELECT seq, hash FROM entries WHERE kind = 'journal.restored' AND seq > 1
   UNION SELECT seq, hash FROM entries WHERE seq IN (
     SELECT json_extract(payload, '$.after.seq') + 1 FROM entries WHERE kind = 'journal.branched')
   ORDER BY seq`,
)

/** All epochs of a journal, the oldest first; none of an empty one. */
export function epochsOf(database: Database): Epoch[] {
  const begun = beginnings(database).all()
  const last = endOf(database).seq
  return begun.map(({ seq, hash }, index) => ({
    epoch: hash,
    from: seq,
    through: (begun[index + 1]?.seq ?? last + 1) - 1,
  }))
}

/** Where a journal ends, and in which epoch; null: it is empty. */
export function headOf(database: Database): EarlierHead | null {
  const epoch = epochsOf(database).at(-1)?.epoch
  return epoch === undefined ? null : { ...endOf(database), epoch }
}
