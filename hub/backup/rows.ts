/** All that a hub holds, row by row in an order that is always the same: what a copy is made of, and what it is compared by. */
import { createHash } from 'node:crypto'
import type { Client } from '../database/open-database.ts'

/** Each table after those that it refers to, with what its rows are told apart by. */
export const tables: readonly { name: string; order: string }[] = [
  { name: 'hub_key', order: 'use COLLATE "C", number' },
  { name: 'kiosk', order: 'enrolment' },
  { name: 'kiosk_key', order: 'enrolment, public COLLATE "C"' },
  { name: 'kiosk_head', order: 'enrolment, line' },
  { name: 'entry_header', order: 'enrolment, line, seq' },
  { name: 'entry_payload', order: 'enrolment, line, seq, day' },
  { name: 'entry_flag', order: 'enrolment, line, seq, why COLLATE "C"' },
  { name: 'kept_batch', order: 'enrolment, number' },
  { name: 'alert', order: 'enrolment, number' },
  { name: 'kiosk_state', order: 'enrolment' },
  { name: 'backup', order: 'number' },
  { name: 'backup_head', order: 'enrolment, epoch, backup' },
  { name: 'account', order: 'name COLLATE "C"' },
  { name: 'dropped_day', order: 'number' },
]

/** What a copy has not: a hub that is put back has nobody signed in, and holds nothing against anybody. */
export const leftOut: readonly string[] = ['page_session', 'sign_in_try']

/** A row of a table, as the JSON that PostgreSQL writes of it. */
export interface TableRow {
  table: string
  row: string
}

/** Rows that are asked for at a time. */
const page = 500

/** Reads everything as of one snapshot. Within a transaction that nothing else was asked in. */
export async function* rowsOf(client: Client): AsyncGenerator<TableRow> {
  await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
  await client.query(`SET LOCAL bytea_output = 'hex'`)
  for (const { name, order } of tables) {
    await client.query(
      `DECLARE rows_of_${name} NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM ${name} t ORDER BY ${order}`,
    )
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`FETCH ${page} FROM rows_of_${name}`)
      for (const { row } of rows) yield { table: name, row }
      if (rows.length < page) break
    }
    await client.query(`CLOSE rows_of_${name}`)
  }
}

/** What rows are compared by. */
export class RowDigest {
  private readonly hash = createHash('sha256')

  add({ table, row }: TableRow): void {
    this.hash.update(`${table} ${row}\n`)
  }

  /** SHA-256 in hex, of all that was added; once. */
  end(): string {
    return this.hash.digest('hex')
  }
}
