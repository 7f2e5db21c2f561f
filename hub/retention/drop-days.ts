/**
 * What the law lets nobody keep for ever goes a day at a time: that day's payloads are dropped as a whole table, and what has
 * to stay of them (who may sign, what was erased, what says nothing of anybody) is put into a new one before. Headers are not
 * touched, so the chain holds; nor is what was kept apart. A day goes only where all of it lies in a copy that was restored
 * elsewhere.
 */
import { entryKinds, type Retention } from '../../shared/ledger/entry-kinds.ts'
import { dayOf, partitionsLock } from '../database/partitions.ts'
import { transact, type Client } from '../database/open-database.ts'
import type { HubGround } from '../ground.ts'

const day = 86_400_000

/** How long what says something of somebody stays, and who says so. */
export interface Policy {
  /** Days that what is personal is kept. */
  days: number
  /** Days that it is kept who looked at whom. */
  accessDays: number
  /** Who drops it: for the list of what was dropped. */
  by: string
}

/** What came of the days whose time is over. */
export interface DroppedDays {
  dropped: { day: string; payloads: number }[]
  /** Days of which something is not backed up yet. */
  waiting: string[]
}

const kindsOf = (retention: Retention): string[] =>
  Object.entries(entryKinds).flatMap(([kind, each]) => (each.retention === retention ? [kind] : []))

const forAsLongAsItLies = [...kindsOf('for-ever'), ...kindsOf('operational')]

/** How often a day is tried while something of it comes in just then. */
const mostTries = 3

/** Drops what is over; each day by itself, so that what was done stands whatever happens to the next. */
export async function dropDays(ground: HubGround, policy: Policy): Promise<DroppedDays> {
  const done: DroppedDays = { dropped: [], waiting: [] }
  for (const each of await daysBefore(ground, policy.days)) {
    let payloads = await dropDay(ground, each, policy)
    for (let again = 0; payloads === 'changed' && again < mostTries; again++)
      payloads = await dropDay(ground, each, policy)
    if (typeof payloads === 'string') done.waiting.push(each)
    else if (payloads > 0) done.dropped.push({ day: each, payloads })
  }
  return done
}

/** Days that have a partition and ended so many days ago, the oldest first. */
async function daysBefore({ pool, now }: HubGround, days: number): Promise<string[]> {
  const { rows } = await pool.query<{ day: string }>(
    `SELECT to_date(right(inhrelid::regclass::text, 8), 'YYYYMMDD')::text AS day FROM pg_inherits
     WHERE inhparent = 'entry_payload'::regclass ORDER BY 1`,
  )
  const last = dayOf(now() - (days + 1) * day)
  return rows.map((row) => row.day).filter((each) => each <= last)
}

/** Drops what is over of one day: how many payloads; 0: it had none such. `changed`: something came in meanwhile. */
function dropDay({ pool, now }: HubGround, of: string, policy: Policy): Promise<number | 'not-backed-up' | 'changed'> {
  const table = `entry_payload_${of.replaceAll('-', '')}`
  const isAccessOver = of <= dayOf(now() - (policy.accessDays + 1) * day)
  const lasting = [...forAsLongAsItLies, ...(isAccessOver ? [] : kindsOf('access'))]
  return transact(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [partitionsLock])
    const { all, over, unsafe } = await countIn(client, table, lasting)
    if (over === 0) return 0
    if (unsafe > 0) return 'not-backed-up'
    await client.query(`CREATE TABLE ${table}_lasting (LIKE entry_payload INCLUDING ALL)`)
    await client.query(
      `INSERT INTO ${table}_lasting SELECT p.* FROM ${table} p JOIN entry_header h USING (enrolment, line, seq)
       WHERE h.kind = ANY($1)`,
      [lasting],
    )
    // From here on nobody reads or writes payloads. What came in since the count shows, for nothing is ever changed.
    await client.query('LOCK TABLE entry_payload IN ACCESS EXCLUSIVE MODE')
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::float8 AS count FROM ${table}`)
    if (rows[0]?.count !== all) {
      await client.query(`DROP TABLE ${table}_lasting`)
      return 'changed'
    }
    await client.query(`DROP TABLE ${table}`)
    if (over < all) {
      const next = dayOf(Date.parse(of) + day)
      await client.query(`ALTER TABLE ${table}_lasting RENAME TO ${table}`)
      await client.query(`ALTER TABLE entry_payload ATTACH PARTITION ${table} FOR VALUES FROM ('${of}') TO ('${next}')`)
    } else await client.query(`DROP TABLE ${table}_lasting`)
    await client.query(
      `INSERT INTO dropped_day SELECT coalesce(max(number), 0) + 1, $1, $2, $3, $4, $5 FROM dropped_day`,
      [of, policy.days, over, now(), policy.by],
    )
    return over
  })
}

/** All payloads of a day, those whose time is over, and those of these that lie in no copy that was restored elsewhere. */
async function countIn(client: Client, table: string, lasting: readonly string[]) {
  const { rows } = await client.query<{ all: number; over: number; unsafe: number }>(
    `SELECT count(*)::float8 AS all, count(*) FILTER (WHERE h.kind <> ALL($1))::float8 AS over,
       count(*) FILTER (WHERE h.kind <> ALL($1) AND h.seq > coalesce(k.backed_seq, 0))::float8 AS unsafe
     FROM ${table} p JOIN entry_header h USING (enrolment, line, seq) JOIN kiosk_head k USING (enrolment, line)`,
    [lasting],
  )
  return rows[0] ?? { all: 0, over: 0, unsafe: 0 }
}
