/**
 * How post and lane were called when something was recorded: a machine that is carried to another lane keeps its journal, and
 * what was recorded at the first stays of the first.
 */
import * as v from 'valibot'
import type { Place } from '../../../shared/domain/crossing/reported-crossing.ts'
import type { Database } from '../file/open-database.ts'
import { openToRead } from '../file/open-to-read.ts'
import { readPayload } from './payload.ts'

/** How it was called up to an entry, that one among them, and behind the span before. */
export interface PlaceSpan extends Place {
  through: number
}

const namedSchema = v.object({ name: v.string(), lane: v.string() })
/** `from` null: the file that said it was lost. */
const changedSchema = v.object({ from: v.nullable(namedSchema), to: namedSchema })

const placeOf = ({ name, lane }: v.InferOutput<typeof namedSchema>): Place => ({ post: name, lane })

/** The spans that are over, the oldest first; behind the last of them it is called as it is now. */
export function placesOf(database: Database): PlaceSpan[] {
  const spans: PlaceSpan[] = []
  let was: Place | null = null
  for (const { seq, payload } of changes(database)) {
    const changed = readPayload(changedSchema, payload)
    if (changed === null) continue
    const { from, to } = changed
    spans.push({ through: seq - 1, ...(from === null ? (was ?? placeOf(to)) : placeOf(from)) })
    was = placeOf(to)
  }
  return spans
}

const changes = (database: Database) =>
  database
    .prepare<[], { seq: number; payload: string | null }>(
      `SELECT seq, payload FROM entries INDEXED BY entries_places WHERE kind = 'checkpoint.changed' ORDER BY seq`,
    )
    .all()

/** How it was called at an entry; null: as now. */
export function placeAt(spans: readonly PlaceSpan[], seq: number): Place | null {
  const span = spans.find(({ through }) => seq <= through)
  return span === undefined ? null : { post: span.post, lane: span.lane }
}

/**
 * The same of the journal in a folder, read beside whoever has it open.
 * @throws what opening a journal to read throws
 */
export function readPlaces(folder: string, key: Uint8Array): PlaceSpan[] {
  const database = openToRead(folder, key)
  try {
    return placesOf(database)
  } finally {
    database.close()
  }
}
