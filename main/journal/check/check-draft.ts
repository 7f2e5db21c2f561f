/** Compares the draft with the entries: whether it is the crossing that is being built now, or one of before. */
import { genesis } from '../chain/entry.ts'
import type { Database } from '../file/open-database.ts'
import type { Discord } from '../../../shared/ledger/discord.ts'

interface Place {
  seq: number
  hash: string
  /** The hash of the entry `seq`; null: there is none. */
  there: string | null
  /** The first entry behind it that put another draft in its place; null: there is none. */
  replaced: number | null
}

/**
 * What does not agree; null: there is no draft, or nothing was decided since it was kept. Whatever records a crossing,
 * abandons it or takes it back replaces the draft in the same transaction, so that no power cut leaves an older one. One statement,
 * since a kiosk may be writing.
 */
export function checkDraft(database: Database): Discord | null {
  const place = database
    .prepare<[], Place>(
      `SELECT d.after_seq AS seq, d.after_hash AS hash,
         (SELECT hash FROM entries WHERE seq = d.after_seq) AS there,
         (SELECT e.seq FROM entries e WHERE e.seq > d.after_seq AND (e.kind IN ('crossing.recorded', 'crossing.abandoned')
            OR e.kind = 'crossing.voided' AND CASE WHEN json_valid(e.payload) THEN e.payload ->> '$.undone' END)
          ORDER BY e.seq LIMIT 1) AS replaced
       FROM open_crossing d`,
    )
    .get()
  if (!place) return null
  if (place.replaced !== null) return { why: 'draft-old', seq: place.replaced }
  return (place.seq === 0 ? genesis : place.there) === place.hash ? null : { why: 'draft-misplaced', seq: place.seq }
}
