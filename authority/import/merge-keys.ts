/** Merging a list into the working `keys.json`: nothing twice, and what a list no longer vouches for goes. */
import { createHash, createPublicKey } from 'node:crypto'
import * as v from 'valibot'
import type { KeyEntry } from './imported-list.ts'

/** The working `keys.json`. Members that are not ours are kept. */
export const workingKeysSchema = v.looseObject({
  keys: v.array(
    v.looseObject({
      kid: v.exactOptional(v.string()),
      country: v.exactOptional(v.string()),
      issuer: v.exactOptional(v.string()),
      /** The lists that vouch for it; without this member it was put in by hand. */
      sources: v.exactOptional(v.array(v.string())),
    }),
  ),
})

export type WorkingEntry = v.InferOutput<typeof workingKeysSchema>['keys'][number]

/** What a merge did, each by name. */
export interface Merged {
  keys: WorkingEntry[]
  added: string[]
  replaced: string[]
  unchanged: number
  /** Known from this list alone and no longer on it. */
  withdrawn: string[]
}

/** How people tell keys apart. */
function nameOf({ kid, country, issuer }: WorkingEntry): string {
  return [country ?? issuer, kid].filter(Boolean).join(' ')
}

/**
 * What makes two entries the same: identifier, country, public key, and, where keys are bound to their issuer's
 * address, that. A name in words may be written in several ways and does not count.
 */
function identityOf(entry: WorkingEntry): string {
  const spki = createPublicKey({ key: entry, format: 'jwk' }).export({ format: 'der', type: 'spki' })
  const address = /^(https:|did:)/.test(entry.issuer ?? '') ? entry.issuer : ''
  const kid = Buffer.from(entry.kid ?? '', 'base64').toString('hex')
  return [kid, entry.country, createHash('sha256').update(spki).digest('hex'), address].join(' ')
}

/** An entry put in by hand may hold what does not make a key here (a certificate alone): it is left in peace. */
function identityOrNone(entry: WorkingEntry): string | null {
  try {
    return identityOf(entry)
  } catch {
    return null
  }
}

/** JSON with members in order of name, so that two that say the same are the same. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}

/**
 * Merges a list's entries into the working keys.
 * @param source the list's name; entries that only it vouched for and that it leaves out now are withdrawn
 * @param complete false where the list is only some keys, so that leaving one out says nothing
 */
export function mergeKeys(
  working: readonly WorkingEntry[],
  list: readonly KeyEntry[],
  source: string,
  complete: boolean,
): Merged {
  const merged: Merged = { keys: [], added: [], replaced: [], unchanged: 0, withdrawn: [] }
  const incoming = new Map(list.map((entry) => [identityOf(entry), entry]))
  for (const entry of working) {
    const identity = identityOrNone(entry)
    const update = identity === null ? undefined : incoming.get(identity)
    if (update && identity !== null) {
      incoming.delete(identity)
      const next = { ...update, ...(entry.sources ? { sources: [...new Set([...entry.sources, source])] } : {}) }
      merged.keys.push(next)
      if (canonical(next) === canonical(entry)) merged.unchanged++
      else merged.replaced.push(nameOf(entry))
      continue
    }
    const left =
      complete && entry.sources?.includes(source) ? entry.sources.filter((name) => name !== source) : entry.sources
    if (left?.length === 0) merged.withdrawn.push(nameOf(entry))
    else merged.keys.push(left ? { ...entry, sources: left } : entry)
  }
  for (const entry of incoming.values()) {
    merged.keys.push({ ...entry, sources: [source] })
    merged.added.push(nameOf(entry))
  }
  return merged
}
