/**
 * Whose records a lost kiosk may still hold: for the report that the law on personal data wants within 72 hours (Decree
 * 13/2023/NĐ-CP, Article 23). A payload that the kiosk has said to have erased is not on it any more; a crossing goes as a
 * whole or not at all, so one that was corrected later is still there.
 */
import * as v from 'valibot'
import { erasureSchema, type Erasure } from '../../shared/ledger/erasure.ts'
import type { Exposed } from '../../shared/hub-api/kiosk-deeds.ts'
import { retentionOf } from '../../shared/ledger/entry-kinds.ts'
import type { HubGround } from '../ground.ts'

const person = v.object({
  name: v.nullable(v.string()),
  birthDate: v.optional(v.nullable(v.string()), null),
  numbers: v.optional(v.array(v.string()), []),
})
const contentSchema = v.object({
  crossing: v.exactOptional(v.object({ travellers: v.array(person) })),
  /** The entry that is corrected. */
  of: v.exactOptional(v.number()),
})

interface Row {
  line: number
  seq: number
  at: number
  kind: string
  payload: string | null
}

/** Rows that are read at a time. */
const page = 2000

/** Goes through all that the hub has of a kiosk. */
export async function exposed(ground: HubGround, enrolment: string): Promise<Exposed> {
  const erasures = await erasuresOf(ground, enrolment)
  const people = new Set<string>()
  const corrected = new Set<number>()
  const sum: Exposed = {
    people: 0,
    crossings: 0,
    entries: 0,
    from: null,
    through: null,
    unread: 0,
    notHere: await notHere(ground, enrolment),
  }
  for await (const row of entriesOf(ground, enrolment)) {
    const { seq, at, kind, payload } = row
    const isErased = erasures.some((each) => at < each.before && seq <= each.through) && !corrected.has(seq)
    if (retentionOf(kind) !== 'personal' || isErased) continue
    const content = payload === null ? null : parsed(contentSchema, payload)
    if (content?.of !== undefined) corrected.add(content.of)
    sum.entries++
    sum.from = Math.min(sum.from ?? at, at)
    sum.through = Math.max(sum.through ?? at, at)
    if (kind === 'crossing.recorded') sum.crossings++
    if (payload === null) sum.unread++
    for (const each of peopleIn(content)) people.add(each)
  }
  return { ...sum, people: people.size }
}

function peopleIn(content: v.InferOutput<typeof contentSchema> | null): string[] {
  return (content?.crossing?.travellers ?? []).map(({ name, birthDate, numbers }) => {
    const [number] = numbers
    return number === undefined ? JSON.stringify([name, birthDate]) : number
  })
}

function parsed<T>(schema: v.GenericSchema<unknown, T>, payload: string): T | null {
  try {
    return v.parse(schema, JSON.parse(payload))
  } catch {
    return null
  }
}

async function erasuresOf({ pool }: HubGround, enrolment: string): Promise<Erasure[]> {
  const { rows } = await pool.query<{ payload: string }>(
    `SELECT p.payload FROM entry_header h JOIN entry_payload p USING (enrolment, line, seq, day)
     WHERE h.enrolment = $1 AND h.kind = 'journal.erased'`,
    [enrolment],
  )
  return rows.flatMap(({ payload }) => parsed(erasureSchema, payload) ?? [])
}

/** The last first: what corrects an entry comes before it. */
async function* entriesOf({ pool }: HubGround, enrolment: string): AsyncGenerator<Row> {
  let before: [number, number] = [32_767, Number.MAX_SAFE_INTEGER]
  for (;;) {
    const { rows } = await pool.query<Row>(
      `SELECT h.line, h.seq::float8 AS seq, h.at::float8 AS at, h.kind, p.payload FROM entry_header h
       LEFT JOIN entry_payload p USING (enrolment, line, seq, day)
       WHERE h.enrolment = $1 AND (h.line, h.seq) < ($2::smallint, $3::bigint) ORDER BY h.line DESC, h.seq DESC LIMIT ${page}`,
      [enrolment, ...before],
    )
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    before = [last.line, last.seq]
  }
}

async function notHere({ pool }: HubGround, enrolment: string): Promise<number | null> {
  const { rows } = await pool.query<{ missing: number }>(
    `SELECT greatest((s.said #>> '{head,seq}')::float8 - coalesce(h.seq, 0), 0)::float8 AS missing FROM kiosk_state s
     LEFT JOIN kiosk_head h ON h.enrolment = s.enrolment AND h.epoch = decode(s.said #>> '{head,epoch}', 'hex')
     WHERE s.enrolment = $1`,
    [enrolment],
  )
  return rows[0]?.missing ?? null
}
