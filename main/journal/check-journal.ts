/** Checks a whole journal: its chain, and the signed heads in it, beside it and on paper. */
import type { KeyObject } from 'node:crypto'
import { readHeads } from './head-file.ts'
import { readEntries, readKeptHeads } from './read-entries.ts'
import { headHolds, type SignedHead } from './signed-head.ts'
import { walkChain, type ChainAnswer } from './walk-chain.ts'

/** A walk's answer, or a head that the kiosk never signed. `torn`: lines of heads.jsonl that hold no head. */
export type JournalAnswer = (ChainAnswer | { intact: false; seq: number; why: 'head-forged' }) & { torn: number }

/**
 * Checks the journal in `folder`.
 * @param kioskKey the key that signed its heads, private or public
 * @param shown further heads, as printed on a report
 * @throws JournalKeyWrong
 */
export function checkJournal(
  folder: string,
  journalKey: Uint8Array,
  kioskKey: KeyObject,
  shown: readonly SignedHead[] = [],
): JournalAnswer {
  const beside = readHeads(folder)
  const kept = readKeptHeads(folder, journalKey)
  const torn = beside.unreadable + kept.unreadable
  const heads = [...kept.heads, ...beside.heads, ...shown]
  const forged = heads.find((head) => !headHolds(kioskKey, head))
  if (forged) return { intact: false, seq: forged.seq, why: 'head-forged', torn }
  return { ...walkChain(readEntries(folder, journalKey), heads), torn }
}
