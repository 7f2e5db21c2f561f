/** CBOR as JSON, for payloads that the checks, the rules and other programs read. */
import { Tagged, type CborMap, type CborValue } from './cbor.ts'
import type { Json } from './json.ts'

/**
 * CBOR as JSON (RFC 8949 §6.1): maps become plain objects, bytes lower-case hex, tags vanish, integers too large for a
 * number become decimal text. A key named `__proto__` becomes a member like any other.
 */
export function cborToJson(value: CborValue): Json {
  if (typeof value !== 'object') return typeof value === 'bigint' ? String(value) : (value ?? null)
  if (value === null) return null
  if (value instanceof Map) return mapToJson(value)
  if (Array.isArray(value)) return value.map(cborToJson)
  if (value instanceof Tagged) return cborToJson(value.value)
  return hexOf(value)
}

/** Bytes as lower-case hexadecimal digits. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function mapToJson(map: CborMap): Record<string, Json> {
  const object: Record<string, Json> = {}
  for (const [key, item] of map) {
    const name = String(key)
    const json = cborToJson(item)
    // Assigning this one would set the object's prototype.
    if (name === '__proto__') Object.defineProperty(object, name, { value: json, enumerable: true })
    else object[name] = json
  }
  return object
}
