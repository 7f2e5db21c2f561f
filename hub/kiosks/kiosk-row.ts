/** A kiosk as the database has it. */
import type { Mode } from '../../shared/domain/mode.ts'
import type { KnownKey } from '../../shared/sync/follow-keys.ts'
import type { Client, Pool } from '../database/open-database.ts'

/** One enrolment. Instants are epoch milliseconds. */
export interface KioskRow {
  enrolment: string
  name: string
  mode: Mode
  until: number
  /** Null: the invitation was not taken up yet. */
  signKey: string | null
  boxKey: string | null
  enrolledAt: number | null
  revokedAt: number | null
  /** Its name is another's now. */
  replacedAt: number | null
  lostAt: number | null
}

const columns = `replace(enrolment::text, '-', '') AS enrolment, name, mode, until::float8 AS until,
  sign_key AS "signKey", box_key AS "boxKey", enrolled_at::float8 AS "enrolledAt", revoked_at::float8 AS "revokedAt",
  replaced_at::float8 AS "replacedAt", lost_at::float8 AS "lostAt"`

/** Reads one; null: there is no such enrolment. @param lock until the transaction ends */
export async function readKiosk(from: Pool | Client, enrolment: string, lock = false): Promise<KioskRow | null> {
  const sql = `SELECT ${columns} FROM kiosk WHERE enrolment = $1${lock ? ' FOR UPDATE' : ''}`
  const { rows } = await from.query<KioskRow>(sql, [enrolment])
  return rows[0] ?? null
}

/** Those that a word names: an enrolment, or the name of one that was not replaced. */
export async function findKiosks(from: Pool, word: string): Promise<KioskRow[]> {
  const sql = `SELECT ${columns} FROM kiosk WHERE replace(enrolment::text, '-', '') = $1 OR (name = $1 AND replaced_at IS NULL)
    ORDER BY enrolment`
  return (await from.query<KioskRow>(sql, [word])).rows
}

/** Which keys it has signed with, as far as they are known. */
export async function readKnownKeys(from: Pool | Client, enrolment: string): Promise<KnownKey[]> {
  const { rows } = await from.query<KnownKey>(
    'SELECT number, public, replaces FROM kiosk_key WHERE enrolment = $1 ORDER BY number',
    [enrolment],
  )
  return rows
}

/** Keeps keys that changes brought in. */
export async function keepKeys(client: Client, enrolment: string, keys: readonly KnownKey[]): Promise<void> {
  if (keys.length === 0) return
  await client.query(
    `INSERT INTO kiosk_key SELECT $1::uuid, public, number, replaces
     FROM unnest($2::text[], $3::integer[], $4::text[]) AS new (public, number, replaces) ON CONFLICT DO NOTHING`,
    [enrolment, keys.map((key) => key.public), keys.map((key) => key.number), keys.map((key) => key.replaces)],
  )
}
