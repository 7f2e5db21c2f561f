/** The partitions of payloads, a day each: made before they are needed, dropped when their time is over. */
import { transact, type Pool } from './open-database.ts'

/** One at a time over all processes: the number is nothing but ours. */
export const partitionsLock = 4_770_019

const day = 86_400_000

/** The calendar day (UTC) of an instant, as PostgreSQL writes it: `2026-11-29`. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** A claimed time further from when it came than this does not get a partition of its own, in milliseconds. */
const before = 60 * day
const after = day

/** The day whose partition a payload goes into, and whether the claimed time was too far from when it came to be it. */
export function partitionDay(at: number, received: number): { day: string; clamped: boolean } {
  const kept = Math.min(Math.max(at, received - before), received + after)
  return { day: dayOf(kept), clamped: kept !== at }
}

const nameOf = (of: string): string => `entry_payload_${of.replaceAll('-', '')}`

/** Knows which partitions are there, so that the database is not asked with each batch. */
export class Partitions {
  private readonly pool: Pool
  private readonly there = new Set<string>()

  constructor(pool: Pool) {
    this.pool = pool
  }

  /** Sees that the partitions of some days are there. */
  async ensure(days: Iterable<string>): Promise<void> {
    for (const each of days) {
      if (this.there.has(each)) continue
      await transact(this.pool, async (client) => {
        await client.query('SELECT pg_advisory_xact_lock($1)', [partitionsLock])
        const name = nameOf(each)
        const { rows } = await client.query<{ is: boolean }>('SELECT to_regclass($1) IS NOT NULL AS is', [name])
        if (rows[0]?.is === true) return
        const next = dayOf(Date.parse(each) + day)
        // Attached, and not made as a partition: that would wait for everybody who reads or writes the others.
        await client.query(`CREATE TABLE ${name} (LIKE entry_payload INCLUDING ALL)`)
        await client.query(
          `ALTER TABLE entry_payload ATTACH PARTITION ${name} FOR VALUES FROM ('${each}') TO ('${next}')`,
        )
      })
      this.there.add(each)
    }
  }

  /** What was there may be gone: another process drops days whose time is over. */
  forget(): void {
    this.there.clear()
  }
}

/** Whether something failed because the partition that it goes into is not there (PostgreSQL's check_violation). */
export const isWithoutPartition = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23514' && error.message.includes('no partition')
