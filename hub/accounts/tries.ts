/**
 * How often somebody may try to sign in. Each try is counted before its password is looked at, in the database and under its
 * row's lock: a thousand at once are counted one after the other, whichever process they come to. Three counts go on
 * together: of a name from one network, of a network, and of a name from everywhere. The last waits a minute at most, so that
 * whoever keeps guessing a name from all over the world cannot keep its owner out.
 */
import { createHash } from 'node:crypto'
import { transact, type Pool } from '../database/open-database.ts'
import { networkOf } from './network-of.ts'

interface Measure {
  /** Tries that cost no wait. */
  free: number
  /** The longest wait, in milliseconds. */
  longest: number
}

const minute = 60_000

/** A count that nobody has added to for so long begins anew. Milliseconds. */
const forgotten = 24 * 60 * minute

/** Who tries, from where. */
export interface Trying {
  name: string
  /** An IP address. */
  address: string
}

const hashed = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** In the order in which their rows are locked. Names are not kept as they were typed: a password is often typed there. */
function subjectsOf({ name, address }: Trying): (Measure & { subject: string })[] {
  const [who, where] = [hashed(name), networkOf(address)]
  return [
    { subject: `at ${where}`, free: 20, longest: 15 * minute },
    { subject: `name ${who}`, free: 50, longest: minute },
    { subject: `name ${who} at ${where}`, free: 5, longest: 15 * minute },
  ]
}

/** The wait after so many tries, in milliseconds: none, then 2 s, 4 s, 8 s … */
export const waitAfter = (tries: number, { free, longest }: Measure): number =>
  tries < free ? 0 : Math.min(longest, 1000 * 2 ** Math.min(tries - free + 1, 30))

/**
 * Counts a try; answers for how many seconds nobody looks at it. A try that has to wait is not counted, or waiting would never
 * end for whoever asks too soon.
 * @param now epoch milliseconds
 */
export function countTry(pool: Pool, trying: Trying, now: number): Promise<number> {
  return transact(pool, async (client) => {
    const counted: { subject: string; tries: number; until: number }[] = []
    // The network first: whoever has to wait leaves no row behind for a name that they make up.
    for (const { subject, ...measure } of subjectsOf(trying)) {
      const { rows } = await client.query<{ tries: number; last: number; until: number }>(
        `INSERT INTO sign_in_try VALUES ($1, 0, $2, 0) ON CONFLICT (subject) DO UPDATE SET subject = excluded.subject
         RETURNING tries, last_at::float8 AS last, wait_until::float8 AS until`,
        [subject, now],
      )
      const row = rows[0] ?? { tries: 0, last: now, until: 0 }
      if (row.until > now) return Math.ceil((row.until - now) / 1000)
      const tries = row.last < now - forgotten ? 1 : row.tries + 1
      counted.push({ subject, tries, until: now + waitAfter(tries, measure) })
    }
    for (const { subject, tries, until } of counted)
      await client.query('UPDATE sign_in_try SET tries = $2, last_at = $3, wait_until = $4 WHERE subject = $1', [
        subject,
        tries,
        now,
        until,
      ])
    return 0
  })
}

/** It was the right password: the name's counts begin anew, and this try is taken off the network's. */
export async function forgetTries(pool: Pool, trying: Trying, now: number): Promise<void> {
  const [network, ...names] = subjectsOf(trying).map(({ subject }) => subject)
  await transact(pool, async (client) => {
    const sql = 'UPDATE sign_in_try SET tries = greatest(tries - 1, 0), wait_until = 0 WHERE subject = $1'
    await client.query(sql, [network])
    for (const name of names) await client.query('DELETE FROM sign_in_try WHERE subject = $1', [name])
  })
  await pool.query(
    `DELETE FROM sign_in_try WHERE subject IN
       (SELECT subject FROM sign_in_try WHERE last_at < $1 FOR UPDATE SKIP LOCKED)`,
    [now - forgotten],
  )
}

/** Whoever runs the hub has given a name another password: its owner need not wait for what others have tried. */
export async function forgetName(pool: Pool, name: string): Promise<void> {
  const subject = `name ${hashed(name)}`
  await pool.query('DELETE FROM sign_in_try WHERE subject = $1 OR starts_with(subject, $2)', [
    subject,
    `${subject} at `,
  ])
}
