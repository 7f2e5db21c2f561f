/** Which keys a kiosk has signed with: those that a hub knows, and those that changes bring in, each signed by the one before. */
import * as v from 'valibot'
import { readKeyChange, type KeyChange } from '../ledger/key-change.ts'
import { keyStatementSchema } from '../ledger/payloads.ts'
import type { Means } from './means.ts'
import type { NumberedPublicKey } from './schemas.ts'

/** A signing key of a kiosk; `replaces`: the public half of the one before it, null of the one that was enrolled. */
export interface KnownKey extends NumberedPublicKey {
  replaces: string | null
}

/**
 * The keys that changes add to those that are known, in their order; null where one is not signed by a key that is known
 * by then. What is known already is passed over, and so is what led up to it: of the keys before the one that was enrolled a
 * hub never heard. Two laptops that go on from one copy each have a key of the same number,
 * so a key is known by its public half and never by its number.
 */
export function followKeys(
  means: Pick<Means, 'holds'>,
  known: readonly KnownKey[],
  changes: readonly KeyChange[],
): KnownKey[] | null {
  const all = [...known]
  const lastKnown = changes.findLastIndex((change) => isKnown(change, known))
  for (const [index, change] of changes.entries()) {
    const replaced: string[] = []
    const old = (number: number): string[] => all.filter((key) => key.number === number).map((key) => key.public)
    const holds: Means['holds'] = (key, bytes, signature) => {
      const held = means.holds(key, bytes, signature)
      if (held) replaced.push(key)
      return held
    }
    // The last key that was found to have signed is the old one: the new one is asked first.
    const said = readKeyChange(change, old, holds)
    if (said === null) {
      if (index > lastKnown) return null
    } else if (all.every((key) => key.public !== said.sign.public))
      all.push({ ...said.sign, replaces: replaced.at(-1) ?? null })
  }
  return all.slice(known.length)
}

/** Whether a change brings in what is known. */
function isKnown(change: KeyChange, known: readonly KnownKey[]): boolean {
  try {
    const { sign } = v.parse(keyStatementSchema, JSON.parse(change.statement))
    return known.some((key) => key.public === sign.public)
  } catch {
    return false
  }
}

/** Whether a key is another or came after it by changes: an older key says nothing new any more. */
export function isNoOlder(key: string, than: string, known: readonly KnownKey[]): boolean {
  const before = (of: string): string | null => known.find((each) => each.public === of)?.replaces ?? null
  const seen = new Set<string>()
  for (let at: string | null = key; at !== null && !seen.has(at); at = before(at)) {
    if (at === than) return true
    seen.add(at)
  }
  return false
}
