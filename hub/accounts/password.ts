/**
 * What proves a password without being one: argon2id (RFC 9106) with the OWASP Password Storage Cheat Sheet's least measure,
 * 19 MiB and two passes, which is tens of milliseconds here and as much for each guess of whoever has the table.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { newCode } from '../../shared/sync/invitation.ts'
import { nodeMeans } from '../../main/sync/index.ts'

const argon2Later = promisify(argon2)

/** KiB, passes, lanes. What is stored names its own, so that these may grow. */
const measure = { memory: 19_456, passes: 2, parallelism: 1 } as const

const tagLength = 32

interface Verifier {
  memory: number
  passes: number
  parallelism: number
  salt: Buffer
  tag: Buffer
}

const form = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,64})\$([A-Za-z0-9+/]{22,86})$/

const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

/** The same letters typed on another keyboard are the same password: Vietnamese ones come composed or in pieces. */
function tagOf(password: string, { memory, passes, parallelism, salt }: Omit<Verifier, 'tag'>): Promise<Buffer> {
  const message = password.normalize('NFC')
  return argon2Later('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength })
}

/** What is stored of a password, as the Password Hashing Competition writes it. */
export async function verifierOf(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await tagOf(password, { ...measure, salt })
  const { memory, passes, parallelism } = measure
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`
}

function readVerifier(text: string): Verifier | null {
  const [, memory, passes, parallelism, salt = '', tag = ''] = form.exec(text) ?? []
  if (memory === undefined) return null
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

/** What an account that is not there has: nobody learns from the time that an answer takes whether a name is one. */
const nobody: Verifier = { ...measure, salt: Buffer.alloc(16), tag: Buffer.alloc(tagLength) }

/** Whether a password is the one. @param stored null: there is no such account, which takes as long to find out */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const verifier = stored === null ? null : readVerifier(stored)
  const { tag, ...by } = verifier ?? nobody
  const found = await tagOf(password, by)
  return timingSafeEqual(found, tag) && verifier !== null
}

/** A password to be printed, and changed by whoever first signs in with it: 80 bits, without letters that look alike. */
export const printedPassword = (): string => newCode(nodeMeans)
