/** CBOR as JSON, for payloads that the checks, the rules and other programs read. */
import { Tagged, type CborValue } from './cbor.ts'

/**
 * CBOR as JSON (RFC 8949 §6.1): maps become plain objects without a prototype, bytes lower-case hex, tags vanish,
 * integers too large for a number become decimal text.
 */
export function cborToJson(value: CborValue): unknown {
  if (value instanceof Tagged) return cborToJson(value.value)
  if (value instanceof Uint8Array) return [...value].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (Array.isArray(value)) return value.map(cborToJson)
  if (value instanceof Map) {
    const object: Record<string, unknown> = { __proto__: null }
    for (const [key, item] of value) object[String(key)] = cborToJson(item)
    return object
  }
  if (typeof value === 'bigint') return String(value)
  return value ?? null
}
