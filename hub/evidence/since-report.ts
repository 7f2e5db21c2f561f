/**
 * What the entries at the hub say of a report that a kiosk gave out earlier: whether they have it, and what was changed since.
 * The same question as a kiosk asks of its own journal (main/journal/given-out/since-report.ts).
 */
import * as v from 'valibot'
import type { IssuedReport } from '../../shared/ledger/issued-report.ts'
import type { EntryProof, SinceReport } from '../../main/journal/index.ts'
import type { Pool } from '../database/open-database.ts'

/** Where an entry stands. */
interface Place {
  enrolment: string
  line: number
  /** What the hub calls that kiosk: it may call itself by another's name. */
  name: string
}

/** What the hub knows of a report, and of which of its kiosks. */
export type SinceAtHub = SinceReport & { name: string | null }

interface Row {
  seq: number
  at: number
  kind: string
  payload: string | null
}

/** Rows that are read at a time. */
const page = 2000

const contentSchema = v.object({
  crossing: v.exactOptional(v.object({ happenedAt: v.exactOptional(v.number()) })),
  /** The entry that is changed. */
  of: v.exactOptional(v.number()),
})

/** Asks the hub's entries. What was dropped of their content, or never came, counts as of the time at which it was entered. */
export async function sinceAtHub(pool: Pool, { entry }: EntryProof, report: IssuedReport): Promise<SinceAtHub> {
  const { rows } = await pool.query<Place & { hash: string }>(
    `SELECT h.enrolment, h.line, k.name, encode(h.hash, 'hex') AS hash
     FROM kiosk k JOIN entry_header h ON h.enrolment = k.enrolment
     WHERE k.kiosk = $1 AND k.mode = $2 AND h.kiosk = $1 AND h.seq = $3`,
    [entry.kiosk, report.mode, entry.seq],
  )
  const place = rows.find(({ hash }) => hash === entry.hash)
  // Of a kiosk whose entries have not come so far yet, nothing is known.
  if (!place) return { own: false, claimed: rows.length > 0, name: null }
  return { own: true, ...(await changesAt(pool, place, report)), name: place.name }
}

/** Crossings of the report's time that are new since its end, or were changed since: also those that only are now of that time. */
async function changesAt(pool: Pool, place: Place, { from, to, head }: IssuedReport) {
  const isOf = (at: number): boolean => at >= from && at < to
  const changes = await changesOf(pool, place)
  const late = [...changes].filter(([of, all]) => of <= head.seq && all.some(({ seq }) => seq > head.seq))
  let [added, changed] = [0, 0]
  for await (const row of recorded(pool, place, { after: head.seq })) if (isOf(timeOf(row, changes))) added++
  for await (const row of recorded(pool, place, { these: late.map(([of]) => of) }))
    if (isOf(timeOf(row, changes, head.seq)) || isOf(timeOf(row, changes))) changed++
  return { added, changed }
}

/** A change of a crossing: when it says that it happened; undefined: it leaves that, or says that it was when it was entered. */
interface Change {
  seq: number
  kind: string
  happenedAt: number | undefined
}

/** When a crossing happened, as its entries up to one say. */
function timeOf(row: Row, changes: ReadonlyMap<number, readonly Change[]>, through = Number.POSITIVE_INFINITY): number {
  const amended = changes.get(row.seq)?.findLast(({ seq, kind }) => seq <= through && kind === 'crossing.amended')
  return (amended ? amended.happenedAt : contentOf(row)?.crossing?.happenedAt) ?? row.at
}

/** What was changed of each crossing, in order: a few in a thousand. */
async function changesOf(pool: Pool, place: Place): Promise<Map<number, Change[]>> {
  const changes = new Map<number, Change[]>()
  for await (const row of rowsOf(pool, place, "h.kind IN ('crossing.amended', 'crossing.voided')", [])) {
    const content = contentOf(row)
    if (content?.of === undefined) continue
    const change = { seq: row.seq, kind: row.kind, happenedAt: content.crossing?.happenedAt }
    changes.set(content.of, [...(changes.get(content.of) ?? []), change])
  }
  return changes
}

const recorded = (pool: Pool, place: Place, which: { after: number } | { these: readonly number[] }) =>
  'after' in which
    ? rowsOf(pool, place, "h.kind = 'crossing.recorded' AND h.seq > $4", [which.after])
    : rowsOf(pool, place, "h.kind = 'crossing.recorded' AND h.seq = ANY ($4::bigint[])", [which.these])

/** Entries of one place for which a condition holds, in order. @param values of the condition, from $4 on */
async function* rowsOf(pool: Pool, { enrolment, line }: Place, where: string, values: unknown[]): AsyncGenerator<Row> {
  let after = 0
  for (;;) {
    const { rows } = await pool.query<Row>(
      `SELECT h.seq::float8 AS seq, h.at::float8 AS at, h.kind, p.payload FROM entry_header h
       LEFT JOIN entry_payload p USING (enrolment, line, seq, day)
       WHERE h.enrolment = $1 AND h.line = $2 AND h.seq > $3 AND ${where} ORDER BY h.seq LIMIT ${page}`,
      [enrolment, line, after, ...values],
    )
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    after = last.seq
  }
}

/** What an entry says; null: its content was dropped, or is none that is known. */
function contentOf({ payload }: Row): v.InferOutput<typeof contentSchema> | null {
  if (payload === null) return null
  try {
    return v.parse(contentSchema, JSON.parse(payload))
  } catch {
    return null
  }
}
