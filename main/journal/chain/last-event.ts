/** The last entry of a kind, for who has to know what was so before. */
import * as v from 'valibot'
import type { EventKind } from './content.ts'
import type { Database } from '../file/open-database.ts'
import { readPayload } from './payload.ts'

/** Kinds that have an index of their own: any other would be looked for through the whole journal. */
const queries = {
  'trust.believed': `SELECT payload FROM entries WHERE kind = 'trust.believed' ORDER BY seq DESC LIMIT 1`,
  'journal.begun': `SELECT payload FROM entries WHERE kind = 'journal.begun' ORDER BY seq DESC LIMIT 1`,
} as const satisfies Partial<Record<EventKind, string>>

export type FoundKind = keyof typeof queries

/** What the last entry of a kind says; null where there is none, or its content is erased or none. */
export function lastEvent(database: Database, kind: FoundKind): unknown {
  const payload = database.prepare<[], string | null>(queries[kind]).pluck().get()
  return readPayload(v.unknown(), payload)
}
