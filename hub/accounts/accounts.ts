/** Who may sign in at the hub's page: made and changed by command, on the machine that the hub runs on. */
import type { AccountRole } from '../../shared/hub-api/session.ts'
import { transact, type Client, type Pool } from '../database/open-database.ts'
import { printedPassword, verifierOf } from './password.ts'
import { forgetName } from './tries.ts'

/** One account. */
export interface Account {
  name: string
  role: AccountRole
  /** Its password was printed and not chosen. */
  mustChange: boolean
}

const columns = 'name, role, must_change AS "mustChange"'

/** All of them, by name. */
export async function readAccounts(pool: Pool): Promise<Account[]> {
  return (await pool.query<Account>(`SELECT ${columns} FROM account ORDER BY name COLLATE "C"`)).rows
}

/** One, with what proves its password; null: there is no such account. */
export async function findAccount(pool: Pool, name: string): Promise<(Account & { verifier: string }) | null> {
  const sql = `SELECT ${columns}, verifier FROM account WHERE name = $1`
  return (await pool.query<Account & { verifier: string }>(sql, [name])).rows[0] ?? null
}

/** Makes one; answers the password to be printed, or null: there is one of this name. @param now epoch milliseconds */
export async function addAccount(
  from: Pool | Client,
  { name, role }: Omit<Account, 'mustChange'>,
  now: number,
): Promise<string | null> {
  const password = printedPassword()
  const { rowCount } = await from.query(
    'INSERT INTO account VALUES ($1, $2, $3, true, $4) ON CONFLICT (name) DO NOTHING',
    [name, role, await verifierOf(password), now],
  )
  return rowCount === 1 ? password : null
}

/** Takes one away, signed in or not. The last that may change something stays, or nobody could. */
export function removeAccount(pool: Pool, name: string): Promise<'removed' | 'unknown' | 'last-admin'> {
  return transact(pool, async (client) => {
    // One at a time: two that each see another admin would leave none.
    await client.query('LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE')
    const { rows } = await client.query<Account>(`SELECT ${columns} FROM account`)
    if (rows.every((each) => each.name !== name)) return 'unknown'
    if (rows.every((each) => each.name === name || each.role !== 'admin')) return 'last-admin'
    await client.query('DELETE FROM account WHERE name = $1', [name])
    return 'removed'
  })
}

/** Gives one another password to be printed, and signs it out everywhere; null: there is no such account. */
export async function resetPassword(pool: Pool, name: string): Promise<string | null> {
  const password = printedPassword()
  await forgetName(pool, name)
  return (await keepPassword(pool, name, { password, mustChange: true, except: null })) ? password : null
}

/**
 * Keeps another password, and ends the account's sessions: whoever knew the old one is out.
 * @param except the hash of the token of the one session that stays
 */
export async function keepPassword(
  pool: Pool,
  name: string,
  { password, mustChange, except }: { password: string; mustChange: boolean; except: Uint8Array | null },
): Promise<boolean> {
  const verifier = await verifierOf(password)
  return transact(pool, async (client) => {
    const sql = 'UPDATE account SET verifier = $2, must_change = $3 WHERE name = $1'
    const { rowCount } = await client.query(sql, [name, verifier, mustChange])
    await client.query('DELETE FROM page_session WHERE account = $1 AND token_hash IS DISTINCT FROM $2', [name, except])
    return rowCount === 1
  })
}

/** One at a time over all processes: the number is nothing but ours. */
const lock = 4_770_021

/** The first account of a hub that has none; null: it has some. Its password is to be printed, once. */
export function firstAccount(pool: Pool, now: number): Promise<{ name: string; password: string } | null> {
  return transact(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock])
    if ((await client.query('SELECT FROM account LIMIT 1')).rows.length > 0) return null
    const name = 'admin'
    const password = await addAccount(client, { name, role: 'admin' }, now)
    return password === null ? null : { name, password }
  })
}
