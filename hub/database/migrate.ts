/** Brings the hub's tables up to date: numbered steps, each in its own file and never edited once released. */
import type { Pool } from 'pg'
import { HubFault } from '../fault.ts'
import { sql as kiosksAndEntries } from './migrations/0010-kiosks-and-entries.ts'
import { sql as withdrawnAndBackedUp } from './migrations/0011-withdrawn-and-backed-up.ts'
import { sql as accountsAndRetention } from './migrations/0012-accounts-and-retention.ts'

export const migrations: readonly { version: number; sql: string }[] = [
  { version: 10, sql: kiosksAndEntries },
  { version: 11, sql: withdrawnAndBackedUp },
  { version: 12, sql: accountsAndRetention },
]

/** One at a time over all processes: the number is nothing but ours. */
const lock = 4_770_018

/** @throws HubFault where a newer version wrote it */
export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock])
    await client.query('CREATE TABLE IF NOT EXISTS chot_format (version integer NOT NULL)')
    const { rows } = await client.query<{ version: number }>('SELECT version FROM chot_format')
    const format = rows[0]?.version ?? 0
    if (format > (migrations.at(-1)?.version ?? 0)) throw new HubFault('database-from-future')
    for (const { version, sql } of migrations) {
      if (version <= format) continue
      await client.query(sql)
      await client.query('DELETE FROM chot_format')
      await client.query('INSERT INTO chot_format VALUES ($1)', [version])
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
