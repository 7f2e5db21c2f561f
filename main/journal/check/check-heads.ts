/** Checks the signed heads: those in the journal, those beside it, and those that somebody brings. */
import { readHead } from '../vouched/head-file.ts'
import { keyInForce } from '../chain/kiosk-keys.ts'
import { headHolds, keyNumberOf, type SignedHead } from '../vouched/signed-head.ts'
import type { Discord } from '../../../shared/ledger/discord.ts'
import type { AsOf } from './as-of.ts'

/** What the heads say. */
export interface CheckedHeads {
  /** Hashes by the number of the entry. */
  signed: ReadonlyMap<number, string>
  /** The last of them; 0: there is none. */
  last: number
  faults: Discord[]
}

/**
 * Checks all heads of a journal. What is torn at the end of heads.jsonl is no fault.
 * @param shown further heads, as printed on a report
 */
export function checkHeads({ end, keys, heads, beside, inBoth }: AsOf, shown: readonly SignedHead[]): CheckedHeads {
  const kept = heads.map(({ seq, head }) => ({ seq, head: readHead(head) }))
  const faults: Discord[] = []
  const signed = new Map<number, string>()
  const checked = new Set<string>()
  const take = (seq: number, head: SignedHead | null): void => {
    if (head === null || head.seq !== seq) return void faults.push({ why: 'head-forged', seq })
    const text = JSON.stringify(head)
    // The same head stands in both places, and checking one is most of the work.
    if (checked.has(text)) return
    checked.add(text)
    const key = keyInForce(keys, seq)
    if (key?.number !== keyNumberOf(head) || !headHolds(key.public, head)) faults.push({ why: 'head-forged', seq })
    else if ((signed.get(seq) ?? head.hash) !== head.hash) faults.push({ why: 'not-as-signed', seq })
    else signed.set(seq, head.hash)
  }
  for (const { seq, head } of kept) take(seq, head)
  for (const head of [...beside.heads, ...shown]) take(head.seq, head)
  if (keys.fault !== null) faults.push({ why: 'keys-forged', seq: keys.fault })
  if (beside.damaged > 0) faults.push({ why: 'heads-damaged', seq: beside.damaged })
  // The newest may not have been written to the file yet, and what was signed since the file was read is not in it.
  const lost =
    missingIn(
      beside.heads,
      kept.filter(({ seq }) => seq < inBoth),
    ) ??
    missingIn(
      kept,
      beside.heads.filter(({ seq }) => seq <= end.seq),
    )
  if (lost !== null) faults.push({ why: 'head-lost', seq: lost })
  return { signed, last: [...signed.keys()].reduce((one, other) => Math.max(one, other), 0), faults }
}

/** The first of the heads that is not among others. */
function missingIn(others: readonly { seq: number }[], heads: readonly { seq: number }[]): number | null {
  const there = new Set(others.map(({ seq }) => seq))
  return heads.find(({ seq }) => !there.has(seq))?.seq ?? null
}
