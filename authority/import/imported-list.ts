/** What reading a published list of keys gives: entries for `keys.json`, and what could not be used. */
import type { JsonWebKey } from 'node:crypto'
import type { StatementKind } from '../../shared/certificate/certificate.ts'

/** One key as `keys.json` lists it: a JWK (RFC 7517) with our own members. Times are ISO 8601. */
export interface KeyEntry extends JsonWebKey {
  kid: string
  issuer?: string
  country?: string
  usage?: StatementKind[]
  notBefore?: string
  notAfter?: string
  x5c?: string[]
}

/** An entry that is not taken: which, and why. */
export interface RefusedEntry {
  name: string
  why: string
}

/** A list whose signature holds. */
export interface ImportedList {
  entries: KeyEntry[]
  refused: RefusedEntry[]
}

/** Reads entries one by one: one that cannot be used is reported and does not cost the others. */
export function collectEntries<T>(
  items: readonly T[],
  nameOf: (item: T, index: number) => string,
  read: (item: T) => KeyEntry,
): ImportedList {
  const list: ImportedList = { entries: [], refused: [] }
  items.forEach((item, index) => {
    try {
      list.entries.push(read(item))
    } catch (error) {
      list.refused.push({ name: nameOf(item, index), why: error instanceof Error ? error.message : String(error) })
    }
  })
  return list
}
