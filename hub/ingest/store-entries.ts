/** Stores entries and advances the head: within the transaction that found them to be new. */
import type { StoredEntry } from '../../shared/ledger/entry.ts'
import { bigint, binaryArray, bytea, date, text, uuid, type Element } from '../database/binary-array.ts'
import type { Client } from '../database/open-database.ts'
import { partitionDay } from '../database/partitions.ts'
import type { Flag } from './flag-entries.ts'

/** An entry with the day that its payload goes to. */
export interface DatedEntry extends StoredEntry {
  /** Null: the payload is erased. */
  day: string | null
}

/** Gives entries their days; those whose claimed time is too far off are flagged. @param received epoch milliseconds */
export function dateEntries(entries: readonly StoredEntry[], received: number): { dated: DatedEntry[]; flags: Flag[] } {
  const flags: Flag[] = []
  const dated = entries.map((each) => {
    const { day, clamped } = partitionDay(each.entry.at, received)
    if (clamped) flags.push({ seq: each.entry.seq, why: 'time-implausible' })
    return { ...each, day: each.payload === null ? null : day }
  })
  return { dated, flags }
}

/** Where they go. */
export interface Line {
  enrolment: string
  line: number
  received: number
}

/** Stores headers and payloads: arrays, so that one statement takes as many as there are. */
export async function storeEntries(
  client: Client,
  { enrolment, line, received }: Line,
  entries: readonly DatedEntry[],
): Promise<void> {
  const of = <T>(as: Element<T>, value: (entry: StoredEntry['entry'], day: string | null) => T | null): Buffer =>
    binaryArray(
      as,
      entries.map(({ entry, day }) => value(entry, day)),
    )
  await client.query(
    `INSERT INTO entry_header
     SELECT $1::uuid, $2, seq, hash, id, at, kiosk, officer, kind, payload_hash, signer, signature, day, $3
     FROM unnest($4::bigint[], $5::bytea[], $6::uuid[], $7::bigint[], $8::text[], $9::text[], $10::text[], $11::bytea[],
       $12::text[], $13::text[], $14::date[])
       AS new (seq, hash, id, at, kiosk, officer, kind, payload_hash, signer, signature, day)`,
    [
      enrolment,
      line,
      received,
      of(bigint, ({ seq }) => seq),
      of(bytea, ({ hash }) => hash),
      of(uuid, ({ id }) => id),
      of(bigint, ({ at }) => at),
      of(text, ({ kiosk }) => kiosk),
      of(text, ({ officer }) => officer),
      of(text, ({ kind }) => kind),
      of(bytea, ({ payloadHash }) => payloadHash),
      of(text, ({ signer }) => signer),
      of(text, ({ signature }) => signature),
      of(date, (_entry, day) => day),
    ],
  )
  const whole = entries.filter(({ payload }) => payload !== null)
  if (whole.length === 0) return
  await client.query(
    `INSERT INTO entry_payload (enrolment, line, seq, day, payload)
     SELECT $1::uuid, $2, seq, day, payload FROM unnest($3::bigint[], $4::date[], $5::text[]) AS new (seq, day, payload)`,
    [
      enrolment,
      line,
      binaryArray(
        bigint,
        whole.map(({ entry }) => entry.seq),
      ),
      binaryArray(
        date,
        whole.map(({ day }) => day),
      ),
      binaryArray(
        text,
        whole.map(({ payload }) => payload),
      ),
    ],
  )
}

/** Keeps what is wrong with entries. */
export async function storeFlags(client: Client, { enrolment, line }: Line, flags: readonly Flag[]): Promise<void> {
  if (flags.length === 0) return
  await client.query(
    `INSERT INTO entry_flag SELECT $1::uuid, $2, seq, why FROM unnest($3::bigint[], $4::text[]) AS new (seq, why)
     ON CONFLICT DO NOTHING`,
    [enrolment, line, flags.map(({ seq }) => seq), flags.map(({ why }) => why)],
  )
}
