/** The journal as a file on disk, read by its table layout and not through the program that wrote it. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import * as v from 'valibot'

/** One recorded scan. */
export interface RecordedScan {
  seq: number
  source: string
  outcome: string
  code: string
  /** SHA-256 of the scanned text, hex. */
  textHash: string
}

const payloadSchema = v.object({
  source: v.string(),
  outcome: v.string(),
  reason: v.object({ code: v.string() }),
  textHash: v.string(),
})

/** The scans in a profile's journal, oldest first. */
export function recordedScans(profile: string): RecordedScan[] {
  const database = new Database(join(profile, 'journal', 'journal.sqlite'), { readonly: true, fileMustExist: true })
  try {
    const rows = database
      .prepare<[], { seq: number; payload: string }>(
        `SELECT entries.seq, payload FROM entries JOIN payloads USING (seq) WHERE kind = 'scan.verified' ORDER BY seq`,
      )
      .all()
    return rows.map(({ seq, payload }) => {
      const { source, outcome, reason, textHash } = v.parse(payloadSchema, JSON.parse(payload))
      return { seq, source, outcome, code: reason.code, textHash }
    })
  } finally {
    database.close()
  }
}
