/**
 * One head a (enrolment, epoch): what a hub does with a batch whose chain holds. A hub asks this while it holds the head's
 * row, and advances the head in the same transaction. That a number is known is never enough: the hash has to be equal, for
 * a journal that was put back uses its numbers again.
 */

/** The last entry that a hub has of an epoch. */
export interface KnownHead {
  seq: number
  hash: string
}

/** The entries of a batch. */
export interface Range {
  epoch: string
  from: number
  /** `from - 1` where there are none. */
  through: number
  /** Hash of the entry before the first. */
  previous: string
  /** Hash of the last. */
  hash: string
  /** Hash of each entry, from the first on. */
  hashes: readonly string[]
}

/** What a hub has of the enrolment. */
export interface Known {
  /** Of the batch's epoch; null: nothing. */
  head: KnownHead | null
  /** The hash of an entry in the line of the epoch: of the epoch itself, up to its head. */
  ofEpoch: (seq: number) => string | null
  /** Hashes of the entries with a number, in whatever epochs there are. */
  anywhere: (seq: number) => readonly string[]
}

/** What is to be done. */
export type HeadRule =
  /** Entries from `from` on are new: store them, and the batch's last is the head. */
  | { rule: 'extend'; from: number }
  /** All of it is here: the same receipt again. */
  | { rule: 'replay' }
  /** Entry `at` is known with another hash. Keep both, and tell. */
  | { rule: 'fork'; at: number }
  /** Entries before it are missing. */
  | { rule: 'gap'; head: KnownHead | null }

/** Judges a batch by what is known. */
export function judgeBatch(batch: Range, known: Known): HeadRule {
  return known.head === null ? judgeFirst(batch, known) : judgeNext(batch, known.head, known.ofEpoch)
}

/** The first of an epoch begins with the entry that the epoch is named by. */
function judgeFirst({ epoch, from, previous, hashes }: Range, { anywhere }: Known): HeadRule {
  if (hashes[0] !== epoch) return { rule: 'gap', head: null }
  if (from === 1) return { rule: 'extend', from }
  const before = anywhere(from - 1)
  if (before.includes(previous)) return { rule: 'extend', from }
  return before.length === 0 ? { rule: 'gap', head: null } : { rule: 'fork', at: from - 1 }
}

function judgeNext(batch: Range, head: KnownHead, ofEpoch: Known['ofEpoch']): HeadRule {
  const { from, through, previous, hash, hashes } = batch
  if (from > head.seq + 1) return { rule: 'gap', head }
  if (from === head.seq + 1) return previous === head.hash ? extend(batch, from) : { rule: 'fork', at: head.seq }
  // It overlaps what is here. The chain makes everything before an equal hash equal.
  const last = Math.min(through, head.seq)
  // Before the first entry all journals are alike.
  if (last === 0) return { rule: 'replay' }
  const theirs = last === through ? hash : hashes[last - from]
  if (ofEpoch(last) === theirs) return through <= head.seq ? { rule: 'replay' } : extend(batch, head.seq + 1)
  const before = from === 1 ? null : ofEpoch(from - 1)
  if (before !== null && before !== previous) return { rule: 'fork', at: from - 1 }
  const differing = hashes.findIndex((each, index) => from + index <= last && each !== ofEpoch(from + index))
  return { rule: 'fork', at: from + Math.max(differing, 0) }
}

/** Where there are no entries, nothing is new. */
const extend = ({ from, through }: Range, next: number): HeadRule =>
  through < from ? { rule: 'replay' } : { rule: 'extend', from: next }

/** What a kiosk makes of the head that a hub says it has. */
export type HubHeadRule =
  /** The hub has everything. */
  | { rule: 'same' }
  /** It is behind: go on from this entry. */
  | { rule: 'ancestor'; from: number }
  /** It has what this journal never had: send nothing, and say so. */
  | { rule: 'unknown' }

/**
 * Judges a hub's head by the kiosk's own journal.
 * @param theirs null: the hub has nothing of this journal
 * @param hashOf the hash of an entry of the journal; null: there is none
 */
export function judgeHubHead(
  theirs: KnownHead | null,
  end: number,
  hashOf: (seq: number) => string | null,
): HubHeadRule {
  if (theirs === null) return { rule: 'ancestor', from: 1 }
  if (hashOf(theirs.seq) !== theirs.hash) return { rule: 'unknown' }
  return theirs.seq === end ? { rule: 'same' } : { rule: 'ancestor', from: theirs.seq + 1 }
}
