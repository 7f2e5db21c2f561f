/** Walks the chain and names the first entry that does not fit. */
import * as v from 'valibot'
import { entryHash, genesis, sha256, type Entry } from './entry.ts'
import { erasureSchema, personalKinds } from './erasure.ts'
import type { ReadEntry } from './read-entries.ts'
import type { SignedHead } from './signed-head.ts'

/** Why an entry does not fit. */
export type Misfit =
  | 'out-of-order'
  | 'not-chained'
  | 'header-altered'
  | 'payload-altered'
  /** Gone, and no entry says that it was erased. */
  | 'payload-missing'
  /** The kiosk has signed another entry of this number. */
  | 'not-as-signed'
  /** The kiosk has signed this entry, and the journal ends before it. */
  | 'truncated'

/** What a walk found. `head`: the last hash. `signed`: the last entry under a signed head, 0 for none. */
export type ChainAnswer =
  | { intact: true; entries: number; head: string; signed: number }
  | { intact: false; seq: number; why: Misfit }

/**
 * Checks order, chaining, headers and payloads of every entry, and every one that a head in `heads` signs. The heads'
 * signatures are checked by whoever brings them. A payload may be missing where a later entry says that it was erased.
 */
export function walkChain(entries: Iterable<ReadEntry>, heads: readonly SignedHead[] = []): ChainAnswer {
  const signed = new Map<number, string>()
  for (const { seq, hash } of heads) {
    // Two heads of one number and unlike hashes cannot both be kept to.
    if (signed.has(seq) && signed.get(seq) !== hash) return { intact: false, seq, why: 'not-as-signed' }
    signed.set(seq, hash)
  }
  let seq = 0
  let previous = genesis
  let missing: Entry[] = []
  for (const { entry, payload } of entries) {
    seq++
    if (entry.seq !== seq) return { intact: false, seq: entry.seq, why: 'out-of-order' }
    if (entry.previous !== previous) return { intact: false, seq, why: 'not-chained' }
    if (entryHash(entry) !== entry.hash) return { intact: false, seq, why: 'header-altered' }
    if (payload !== null && sha256(payload) !== entry.payloadHash) return { intact: false, seq, why: 'payload-altered' }
    if ((signed.get(seq) ?? entry.hash) !== entry.hash) return { intact: false, seq, why: 'not-as-signed' }
    if (payload === null) missing.push(entry)
    else if (entry.kind === 'journal.erased') missing = missing.filter(isNotIn(payload))
    previous = entry.hash
  }
  const [lost] = missing
  if (lost) return { intact: false, seq: lost.seq, why: 'payload-missing' }
  const last = heads.reduce((highest, head) => Math.max(highest, head.seq), 0)
  if (last > seq) return { intact: false, seq: seq + 1, why: 'truncated' }
  return { intact: true, entries: seq, head: previous, signed: last }
}

function isNotIn(payload: string): (entry: Entry) => boolean {
  const { before, through } = v.parse(erasureSchema, JSON.parse(payload))
  return ({ kind, at, seq }) => !personalKinds.has(kind) || at >= before || seq > through
}
