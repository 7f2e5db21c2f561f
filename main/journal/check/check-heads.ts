/** Checks the signed heads: those in the journal, those beside it, and those that somebody brings. */
import type { KeyObject } from 'node:crypto'
import { readHead, readHeads } from '../head-file.ts'
import type { Database } from '../open-database.ts'
import { keyInForce, readSigningKeys } from '../kiosk-keys.ts'
import { headHolds, keyNumberOf, type SignedHead } from '../signed-head.ts'
import type { Discord } from '../../../shared/ledger/discord.ts'

/** What the heads say. */
export interface CheckedHeads {
  /** Hashes by the number of the entry. */
  signed: ReadonlyMap<number, string>
  /** The last of them; 0: there is none. */
  last: number
  faults: Discord[]
}

/**
 * Reads and checks all heads of a journal. What is torn at the end of heads.jsonl is no fault.
 * @param derived the kiosk's derived key, which signed until the journal says otherwise
 * @param shown further heads, as printed on a report
 */
export function checkHeads(
  database: Database,
  folder: string,
  derived: KeyObject,
  shown: readonly SignedHead[],
): CheckedHeads {
  const beside = readHeads(folder)
  // After the file, and together: a kiosk that changes its keys meanwhile says so before it signs with them.
  const { keys, texts } = database.transaction(() => ({
    keys: readSigningKeys(database, derived),
    texts: database.prepare<[], { seq: number; head: string }>('SELECT seq, head FROM heads ORDER BY seq').all(),
  }))()
  const kept = texts.map(({ seq, head }) => ({ seq, head: readHead(head) }))
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
  const last = database.prepare<[], number | null>('SELECT max(seq) FROM entries').pluck().get() ?? 0
  // The newest may not have been written to the file yet.
  const lost =
    missingIn(beside.heads, kept.slice(0, -1)) ??
    missingIn(
      kept,
      beside.heads.filter(({ seq }) => seq <= last),
    )
  if (lost !== null) faults.push({ why: 'head-lost', seq: lost })
  return { signed, last: [...signed.keys()].reduce((one, other) => Math.max(one, other), 0), faults }
}

/** The first of the heads that is not among others. */
function missingIn(others: readonly { seq: number }[], heads: readonly { seq: number }[]): number | null {
  const there = new Set(others.map(({ seq }) => seq))
  return heads.find(({ seq }) => !there.has(seq))?.seq ?? null
}
