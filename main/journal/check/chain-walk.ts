/** Walks the chain, entry by entry. */
import { emptyEnd } from '../vouched/end-mark.ts'
import type { End } from '../../../shared/ledger/end.ts'
import { signatureFault } from '../chain/entry-signature.ts'
import { entryHash, sha256, type Entry } from '../chain/entry.ts'
import type { Misfit } from '../../../shared/ledger/discord.ts'

/** A walk along the chain, from its beginning or from behind an entry. */
export class ChainWalk {
  private last: End

  constructor(after: End = emptyEnd) {
    this.last = after
  }

  /** Where the walk has come to. */
  get end(): End {
    return this.last
  }

  /** Takes the next entry; null: it fits. @param payload its text; null where it was erased */
  take(entry: Entry, payload: string | null): Misfit | null {
    if (entry.seq !== this.last.seq + 1) return 'out-of-order'
    if (entry.previous !== this.last.hash) return 'not-chained'
    if (entryHash(entry) !== entry.hash) return 'header-altered'
    if (payload !== null && sha256(payload) !== entry.payloadHash) return 'payload-altered'
    const unsigned = signatureFault(entry)
    if (unsigned) return unsigned
    this.last = { seq: entry.seq, hash: entry.hash }
    return null
  }
}
