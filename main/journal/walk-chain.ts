/** Walks the chain and names the first entry that does not fit. */
import { entryHash, genesis, sha256, type Entry } from './entry.ts'

/** What a walk found. */
export type ChainAnswer =
  | { intact: true; entries: number; head: string }
  | { intact: false; seq: number; why: 'out-of-order' | 'not-chained' | 'header-altered' | 'payload-altered' }

/** Checks order, chaining, headers and payloads of every entry. An erased payload (null) is in order. */
export function walkChain(entries: Iterable<{ entry: Entry; payload: string | null }>): ChainAnswer {
  let seq = 0
  let previous = genesis
  for (const { entry, payload } of entries) {
    seq++
    if (entry.seq !== seq) return { intact: false, seq: entry.seq, why: 'out-of-order' }
    if (entry.previous !== previous) return { intact: false, seq, why: 'not-chained' }
    if (entryHash(entry) !== entry.hash) return { intact: false, seq, why: 'header-altered' }
    if (payload !== null && sha256(payload) !== entry.payloadHash) return { intact: false, seq, why: 'payload-altered' }
    previous = entry.hash
  }
  return { intact: true, entries: seq, head: previous }
}
