/**
 * How a window and the kiosk it was opened by know each other again, before anything of the contract crosses their
 * WebSocket. Any program of any user can take a port of loopback or call one, so each side proves that it holds the same
 * pass, and the pass itself never travels:
 *
 * 1. window → kiosk: the pass's name, and a nonce
 * 2. kiosk → window: a nonce, and the kiosk's proof
 * 3. window → kiosk: the window's proof
 * 4. kiosk → window: entered
 *
 * A proof covers both nonces and the origin as its maker sees it. So nothing that was heard serves a second time, and
 * a program that stands on another port and passes everything on is found out by both.
 */
import * as v from 'valibot'

// Both platforms have these; the compiler is told no more of either platform than that.
declare const crypto: {
  getRandomValues(bytes: Uint8Array): Uint8Array
  subtle: {
    importKey(format: 'raw', key: Uint8Array, algorithm: object, extractable: false, uses: ['sign']): Promise<object>
    sign(algorithm: 'HMAC', key: object, text: Uint8Array): Promise<ArrayBuffer>
  }
}
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/** Characters of a pass that are its name, which is told to whoever answers. The others are its secret: 192 bits. */
const nameLength = 16

const nonce = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
const proof = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** A pass: 64 hexadecimal digits, name and secret in one. */
export const passSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

export const greetingSchema = v.strictObject({ name: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)), nonce })
export const challengeSchema = v.strictObject({ nonce, proof })
export const responseSchema = v.strictObject({ proof })
export const enteredSchema = v.strictObject({ entered: v.literal(true) })

/** The longest message of a handshake, in characters: the challenge, with room to spare. Longer ones are not read. */
export const longestGreeting = 256

/** What a proof is about. */
export interface Meeting {
  /** `http://127.0.0.1:PORT`, as whoever proves or checks sees it. */
  origin: string
  windowNonce: string
  kioskNonce: string
}

/** The part of a pass that says which one it is. */
export const nameOf = (pass: string): string => pass.slice(0, nameLength)

/** Random, and never used again. */
export function newNonce(): string {
  return hexadecimal(crypto.getRandomValues(new Uint8Array(16)))
}

/** What only a holder of `pass` can say in this meeting: HMAC-SHA-256 (RFC 2104). */
export function prove(pass: string, by: 'kiosk' | 'window', meeting: Meeting): Promise<string> {
  return authenticate(pass, by, meeting)
}

/**
 * The pass that both sides derive from a one-time pass in the meeting in which it was used. The window comes back with
 * it after a reload; the one-time pass, which was printed or written to a file, opens nothing any more.
 */
export function derivePass(oneTimePass: string, meeting: Meeting): Promise<string> {
  return authenticate(oneTimePass, 'next', meeting)
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

async function authenticate(pass: string, purpose: string, meeting: Meeting): Promise<string> {
  const secret = utf8(pass.slice(nameLength))
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const said = JSON.stringify([purpose, meeting.origin, meeting.windowNonce, meeting.kioskNonce])
  return hexadecimal(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(said))))
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
