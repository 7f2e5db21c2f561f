/** Seals the next batch out of the journal, as far as its head is known to be: what is recorded meanwhile is for the one after. */
import { decodeBase64url } from '../../../shared/certificate/base64url.ts'
import type { Mode } from '../../../shared/domain/mode.ts'
import type { StoredEntry } from '../../../shared/ledger/entry.ts'
import { closeBatch, draftBatch } from '../../../shared/sync/batch.ts'
import { mostCharacters, mostEntries, mostKeyChanges, mostSealed } from '../../../shared/sync/limits.ts'
import type { SealingKeys } from '../../../shared/sync/sealing-keys.ts'
import type { KioskState, Statement } from '../../../shared/sync/statement.ts'
import type { Journal, OutgoingEntries } from '../../journal/index.ts'
import { nodeMeans } from '../means.ts'
import type { BatchName } from '../places.ts'

/** What sealing needs to know, as it is when a trip begins. It may cross into a thread. */
export interface Sealing {
  hub: string
  enrolment: string
  mode: Mode
  keys: SealingKeys
  /** How the kiosk is, but for where its journal ends. */
  about: Omit<KioskState, 'head'>
  /** The kiosk's key. */
  key: Statement['key']
  /** Epoch milliseconds. */
  at: number
}

/** Signs what begins as a batch does; the key may lie in another thread. */
export type SignBatch = (toSign: Uint8Array) => Uint8Array | Promise<Uint8Array>

/** The same, where it is done. */
interface SealingHere extends Sealing {
  entries: OutgoingEntries
  sign: SignBatch
}

/** Which entries are to become one batch. */
export interface BatchWanted {
  head: TripHead
  /** The first entry, and the last that may be in it. */
  from: number
  through: number
  /** Bytes that a batch of several entries may have. */
  most: number
}

/** A sealed batch, and what its file is called by. */
export interface SealedBatch extends BatchName {
  sealed: Uint8Array
}

/** The end of the journal that a trip goes by. */
export interface TripHead {
  epoch: string
  seq: number
  hash: string
}

/** Where the journal ends now; null: nothing was recorded, or nobody can say in which epoch. */
export function tripHead(ledger: Journal['ledger']): TripHead | null {
  const head = ledger.head()
  return head?.epoch == null ? null : { epoch: head.epoch, seq: head.seq, hash: head.hash }
}

/** As many as come out at about the size that is asked for. */
const charactersToAByte = mostCharacters / mostSealed

/** Seals entries from one on, none behind `through`, as many as make one batch of at most so many bytes; one at the least. */
export async function sealNext(sealing: SealingHere, { head, from, through, most }: BatchWanted): Promise<SealedBatch> {
  const { entries: journal } = sealing
  const epoch = journal.epochs().findLast((each) => each.from <= from)
  if (!epoch) throw new Error('a journal that has entries has an epoch')
  const last = Math.min(through, epoch.through, from + mostEntries - 1)
  const characters = Math.min(mostCharacters, charactersToAByte * most)
  let entries = journal.read({ from, through: last, characters })
  for (;;) {
    const batch = await sealThese(sealing, head, epoch.epoch, entries)
    if (batch.sealed.length <= most || entries.length === 1) return batch
    entries = entries.slice(0, Math.ceil(entries.length / 2))
  }
}

async function sealThese(
  sealing: SealingHere,
  head: TripHead,
  epoch: string,
  entries: readonly StoredEntry[],
): Promise<SealedBatch> {
  const [first, last] = [entries[0]?.entry, entries.at(-1)?.entry]
  if (!first || !last) throw new Error('there is an entry where the journal said so')
  const range = { epoch, from: first.seq, through: last.seq, previous: first.previous, hash: last.hash }
  const sealed = await sealSaying(sealing, head, range, entries)
  return { from: first.seq, through: last.seq, hash: last.hash, sealed }
}

/** Seals only how the kiosk is. */
export function sealState(sealing: SealingHere, head: TripHead): Promise<Uint8Array> {
  const { epoch, seq, hash } = head
  return sealSaying(sealing, head, { epoch, from: seq + 1, through: seq, previous: hash, hash }, [])
}

type Range = Pick<Statement, 'epoch' | 'from' | 'through' | 'previous' | 'hash'>

async function sealSaying(
  sealing: SealingHere,
  head: TripHead,
  range: Range,
  entries: readonly StoredEntry[],
): Promise<Uint8Array> {
  const { hub, enrolment, mode, keys, about, key, at } = sealing
  const statement: Omit<Statement, 'size'> = {
    hub,
    enrolment,
    mode,
    ...range,
    key,
    keys: sealing.entries.keyChanges(range.from).slice(-mostKeyChanges),
    sealedAt: at,
    kiosk: { head, ...about },
  }
  const to = [keys.keys[0], keys.recovery].flatMap((text) => (text == null ? [] : (decodeBase64url(text) ?? [])))
  const draft = draftBatch(nodeMeans, { statement, entries })
  return closeBatch(nodeMeans, draft, await sealing.sign(draft.toSign), { hub, enrolment, to })
}
