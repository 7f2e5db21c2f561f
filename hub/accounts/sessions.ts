/**
 * Who is signed in at the page. A session is opened by a random token that only its browser has; the database has the token's
 * SHA-256, so that a copy of it opens none.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from '../database/open-database.ts'
import type { Account } from './accounts.ts'

const hour = 3_600_000

/** However often it is used, a session ends after this, in milliseconds. */
export const longestSession = 12 * hour

/** Nobody at the keys for this long ends it too. */
export const longestIdle = hour / 2

/** A session that is open. */
export interface OpenSession extends Account {
  tokenHash: Uint8Array
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Begins one; answers its token, 256 bits in base64url. @param now epoch milliseconds */
export async function beginSession(pool: Pool, account: string, now: number): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await pool.query('DELETE FROM page_session WHERE begun_at < $1 OR seen_at < $2', [
    now - longestSession,
    now - longestIdle,
  ])
  await pool.query('INSERT INTO page_session VALUES ($1, $2, $3, $3)', [hashOf(token), account, now])
  return token
}

/**
 * The session that a token opens; null: none, or no longer.
 * @param present whether somebody is at the keys: what a page asks by itself keeps no session open
 */
export async function findSession(
  pool: Pool,
  token: string,
  { now, present }: { now: number; present: boolean },
): Promise<OpenSession | null> {
  const tokenHash = hashOf(token)
  const { rows } = await pool.query<Account & { seen: number }>(
    `SELECT a.name, a.role, a.must_change AS "mustChange", s.seen_at::float8 AS seen FROM page_session s
     JOIN account a ON a.name = s.account WHERE s.token_hash = $1 AND s.begun_at >= $2 AND s.seen_at >= $3`,
    [tokenHash, now - longestSession, now - longestIdle],
  )
  const [found] = rows
  if (!found) return null
  const { seen, ...account } = found
  if (present && seen < now)
    await pool.query('UPDATE page_session SET seen_at = $2 WHERE token_hash = $1', [tokenHash, now])
  return { ...account, tokenHash }
}

/** Ends one. */
export async function endSession(pool: Pool, { tokenHash }: OpenSession): Promise<void> {
  await pool.query('DELETE FROM page_session WHERE token_hash = $1', [tokenHash])
}
