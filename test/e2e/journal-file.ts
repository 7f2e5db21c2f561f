/** The journal as a file on disk, opened with the profile's key file and read by its table layout. */
import { hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { openEncrypted } from '../../main/journal/file/open-database.ts'

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

/** One entry about a crossing, in short. */
export interface CrossingEntry {
  kind: string
  direction?: string
  /** An abandoned one has none. */
  decision?: string
  plate?: string | null
  people?: (string | null)[]
  undone?: boolean
}

const crossingSchema = v.object({
  crossing: v.optional(
    v.object({
      direction: v.string(),
      /** Of an abandoned crossing there is none. */
      decision: v.optional(v.string()),
      vehicle: v.nullable(v.object({ plate: v.nullable(v.string()) })),
      travellers: v.array(v.object({ name: v.nullable(v.string()) })),
    }),
  ),
  undone: v.optional(v.boolean()),
})

/** Entries of these kinds, oldest first. */
function entriesLike(
  profile: string,
  kinds: string,
): { seq: number; officer: string | null; kind: string; payload: string }[] {
  const database = openEncrypted(join(profile, 'journal', 'journal.sqlite'), keyOf(profile), {
    readonly: true,
    fileMustExist: true,
  })
  try {
    return database
      .prepare<[string], { seq: number; officer: string | null; kind: string; payload: string }>(
        'SELECT seq, officer, kind, payload FROM entries WHERE kind LIKE ? ORDER BY seq',
      )
      .all(kinds)
  } finally {
    database.close()
  }
}

/** The kinds of all entries, oldest first. */
export function recordedKinds(profile: string): string[] {
  return entriesLike(profile, '%').map(({ kind }) => kind)
}

/** The scans in a profile's journal, oldest first. */
export function recordedScans(profile: string): RecordedScan[] {
  return entriesLike(profile, 'scan.verified').map(({ seq, payload }) => {
    const { source, outcome, reason, textHash } = v.parse(payloadSchema, JSON.parse(payload))
    return { seq, source, outcome, code: reason.code, textHash }
  })
}

/** What a profile's journal says about crossings, oldest first. */
export function recordedCrossings(profile: string): CrossingEntry[] {
  return entriesLike(profile, 'crossing.%').map(({ kind, payload }) => {
    const { crossing, undone } = v.parse(crossingSchema, JSON.parse(payload))
    if (!crossing) return { kind, undone: undone ?? false }
    const { direction, decision, vehicle, travellers } = crossing
    const people = travellers.map(({ name }) => name)
    return { kind, direction, ...(decision && { decision }), plate: vehicle?.plate ?? null, people }
  })
}

/** An entry: its number, whose it is, its kind and what it says. */
interface RecordedEntry {
  seq: number
  officer: string | null
  kind: string
  payload: unknown
}

/** A profile's entries whose kind is like this, oldest first. */
export function recordedOf(profile: string, kinds: string): RecordedEntry[] {
  return entriesLike(profile, kinds).map((row) => ({ ...row, payload: JSON.parse(row.payload) as unknown }))
}
