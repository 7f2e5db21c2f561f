/** JSON Web Signatures, compact (RFC 7515 §7.1): taken apart strictly; no signature is checked here. */
import { decodeBase64url } from './base64url.ts'
import { readJson } from './json.ts'
import { attempt, Malformed } from './malformed.ts'
import { isObject, type JsonObject } from './json-member.ts'

/** A compact JWS in its parts. */
export interface Jws {
  /** The protected header; what it says is for the format to judge. */
  header: JsonObject
  payload: Uint8Array
  /** What the signature covers: the ASCII of `header.payload` (RFC 7515 §5.2). */
  signed: Uint8Array
  signature: Uint8Array
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Bytes as a JSON object; null where they are none. A byte-order mark is no JSON (RFC 8259 §8.1). */
export function readJsonObject(bytes: Uint8Array): JsonObject | null {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    return null
  }
  const read = attempt(() => readJson(text))
  return read.ok && isObject(read.value) ? read.value : null
}

function part(text: string, what: string): Uint8Array {
  // RFC 7515 §2 leaves out the padding that the decoder would let pass.
  const bytes = text.includes('=') ? null : decodeBase64url(text)
  if (!bytes || bytes.length === 0) throw new Malformed('envelope-damaged', `the ${what} is not base64url`)
  return bytes
}

/**
 * Takes a compact JWS apart. A header that is not one JSON object, or names extensions that must be understood
 * (`crit`, RFC 7515 §4.1.11; we understand none), is refused.
 * @throws Malformed
 */
export function readJws(text: string): Jws {
  const parts = text.split('.')
  const [head, body, seal] = parts
  if (parts.length !== 3 || head === undefined || body === undefined || seal === undefined) {
    throw new Malformed('envelope-damaged', 'not three parts')
  }
  const header = readJsonObject(part(head, 'header'))
  if (!header || Object.hasOwn(header, 'crit')) throw new Malformed('envelope-damaged', 'not a header we can honour')
  return {
    header,
    payload: part(body, 'payload'),
    signed: new TextEncoder().encode(`${head}.${body}`),
    signature: part(seal, 'signature'),
  }
}
