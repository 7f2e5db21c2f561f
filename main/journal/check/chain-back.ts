/** Walks a stretch of the chain from its end back. */
import type { End } from '../../../shared/ledger/end.ts'
import { signatureFault } from '../chain/entry-signature.ts'
import { entryHash, sha256, type Entry } from '../chain/entry.ts'
import type { Discord, Misfit } from '../../../shared/ledger/discord.ts'

/** A walk back from where the chain ends. */
export class ChainBack {
  /** The earliest entry so far that does not fit. */
  misfit: Discord | null = null
  private expected: End

  constructor(end: End) {
    this.expected = end
  }

  /** Takes the entry before; null: it fits. @param payload its text; null where it was erased */
  take(entry: Entry, payload: string | null): Misfit | null {
    const why = this.misfitOf(entry, payload)
    if (why) this.misfit = { why, seq: entry.seq }
    this.expected = { seq: entry.seq - 1, hash: entry.previous }
    return why
  }

  private misfitOf(entry: Entry, payload: string | null): Misfit | null {
    if (entry.seq !== this.expected.seq) return 'out-of-order'
    if (entry.hash !== this.expected.hash) return 'not-chained'
    if (entryHash(entry) !== entry.hash) return 'header-altered'
    if (payload !== null && sha256(payload) !== entry.payloadHash) return 'payload-altered'
    return signatureFault(entry)
  }
}
