/** JSON Canonicalization Scheme (RFC 8785): the one text of a JSON value, which is what gets signed. */
import type { Json } from './json.ts'

/** Array.isArray does not narrow read-only arrays. */
function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

/**
 * Writes the canonical text. Strings and numbers are as ECMAScript writes them (RFC 8785 §3.2.2), members are in the
 * order of their names' UTF-16 code units (§3.2.3), which is how ECMAScript compares strings.
 */
export function canonicalize(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isArray(value)) return `[${value.map(canonicalize).join(',')}]`
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, item]) => `${JSON.stringify(name)}:${canonicalize(item)}`).join(',')}}`
}

/** The canonical text as the bytes that a signature covers (RFC 8785 §3.2.4). */
export function canonicalBytes(value: Json): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalize(value))
}
