/** The journal as a file on disk, opened with the profile's key file and read by its table layout. */
import { hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { openEncrypted } from '../../main/journal/open-database.ts'

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

const secretSchema = v.object({ kept: v.literal('open'), secret: v.string() })

/** As docs/at-rest.md says: HKDF-SHA-256 of the secret, for the purpose of the journal. */
function keyOf(profile: string): Uint8Array {
  const { secret } = v.parse(secretSchema, JSON.parse(readFileSync(join(profile, 'secret.json'), 'utf8')))
  return new Uint8Array(hkdfSync('sha256', Buffer.from(secret, 'base64'), '', 'chot journal key', 32))
}

/** The scans in a profile's journal, oldest first. */
export function recordedScans(profile: string): RecordedScan[] {
  const database = openEncrypted(join(profile, 'journal', 'journal.sqlite'), keyOf(profile), {
    readonly: true,
    fileMustExist: true,
  })
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
