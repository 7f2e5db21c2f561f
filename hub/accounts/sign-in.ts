/** Signing in, and choosing a password: each try counted before anything is compared. */
import { accountNameSchema, type PasswordChange, type SignIn } from '../../shared/hub-api/session.ts'
import type { PageRefusal } from '../../shared/hub-api/refusal.ts'
import * as v from 'valibot'
import type { HubGround } from '../ground.ts'
import { findAccount, keepPassword, type Account } from './accounts.ts'
import { isPassword } from './password.ts'
import { beginSession, type OpenSession } from './sessions.ts'
import { countTry, forgetTries } from './tries.ts'

/** Passwords that one process compares at once: each takes 19 MiB, and a thread that others wait for. */
const mostAtOnce = 4

/** Seconds until a try that found all of them busy comes again. */
const comeBack = 2

let comparing = 0

async function compare(password: string, stored: string | null): Promise<boolean | 'busy'> {
  if (comparing >= mostAtOnce) return 'busy'
  comparing++
  try {
    return await isPassword(password, stored)
  } finally {
    comparing--
  }
}

/** Somebody who is signed in from now on. */
export interface SignedIn {
  account: Account
  token: string
}

/**
 * Signs in.
 * @param address the IP address that it is tried from
 * @throws where the database does not answer
 */
export async function signIn(
  { pool, now }: HubGround,
  { name: typed, password }: SignIn,
  address: string,
): Promise<SignedIn | PageRefusal> {
  const name = typed.trim().toLowerCase()
  const trying = { name, address }
  const seconds = await countTry(pool, trying, now())
  if (seconds > 0) return { code: 'wait', seconds }
  const found = v.is(accountNameSchema, name) ? await findAccount(pool, name) : null
  const right = await compare(password, found?.verifier ?? null)
  if (right === 'busy') return { code: 'wait', seconds: comeBack }
  if (!right || !found) return { code: 'wrong-sign-in' }
  await forgetTries(pool, trying, now())
  const { role, mustChange } = found
  return { account: { name, role, mustChange }, token: await beginSession(pool, name, now()) }
}

/**
 * Chooses a password of one's own. Whoever sits at a session that was left open may guess the old one no more often than
 * anybody else.
 * @throws where the database does not answer
 */
export async function choosePassword(
  { pool, now }: HubGround,
  { name, tokenHash }: OpenSession,
  { old, new: chosen }: PasswordChange,
  address: string,
): Promise<'chosen' | PageRefusal> {
  const trying = { name, address }
  const seconds = await countTry(pool, trying, now())
  if (seconds > 0) return { code: 'wait', seconds }
  const right = await compare(old, (await findAccount(pool, name))?.verifier ?? null)
  if (right === 'busy') return { code: 'wait', seconds: comeBack }
  if (!right) return { code: 'wrong-password' }
  await forgetTries(pool, trying, now())
  if (chosen === old || chosen.toLowerCase().includes(name)) return { code: 'weak-password' }
  await keepPassword(pool, name, { password: chosen, mustChange: false, except: tokenHash })
  return 'chosen'
}
