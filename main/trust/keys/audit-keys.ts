/** Which keys of a set cannot be used. For set-up, updates and `trust show`, not for every start. */
import type { Locale } from '../../../shared/language/locale.ts'
import { KeyUnusable } from './key-unusable.ts'
import { KeyShelf } from './key-shelf.ts'
import { mostKeysTried } from '../limits.ts'
import { readKeySet } from '../read-trust.ts'
import type { TrustFiles } from '../trust-files.ts'
import { keyFromJwk } from './trusted-key.ts'

/** A key of a set that cannot be used: its place, from 1, and why. */
export interface RefusedKey {
  place: number
  why: Readonly<Record<Locale, string>>
}

function whyOf(error: unknown): RefusedKey['why'] {
  if (error instanceof KeyUnusable) return { vi: error.phrase('vi'), en: error.phrase('en') }
  const why = error instanceof Error ? error.message : String(error)
  return { vi: why, en: why }
}

function faultOf(entry: unknown): unknown {
  try {
    keyFromJwk(entry)
    return null
  } catch (error) {
    return error
  }
}

/**
 * Imports every key of a set and lists those that cannot be used.
 * @throws TrustUnreadable where there is no set
 */
export function auditKeys(files: TrustFiles): RefusedKey[] {
  const { entries } = readKeySet(files)
  const crowdedOut = new Set(new KeyShelf(entries).crowdedOut)
  return entries.flatMap((entry, index) => {
    const fault =
      faultOf(entry) ?? (crowdedOut.has(index) ? new KeyUnusable('crowded-out', { most: mostKeysTried }) : null)
    return fault === null ? [] : [{ place: index + 1, why: whyOf(fault) }]
  })
}
