/** Seals the next batch out of the journal, as far as its head is known to be: what is recorded meanwhile is for the one after. */
import { decodeBase64url } from '../../shared/certificate/base64url.ts'
import type { Mode } from '../../shared/domain/mode.ts'
import type { StoredEntry } from '../../shared/ledger/entry.ts'
import { sealBatch } from '../../shared/sync/batch.ts'
import { mostCharacters, mostEntries, mostKeyChanges, mostSealed } from '../../shared/sync/limits.ts'
import type { SealingKeys } from '../../shared/sync/sealing-keys.ts'
import type { KioskState, Statement } from '../../shared/sync/statement.ts'
import type { Journal } from '../journal/index.ts'
import { nodeMeans } from './means.ts'
import type { BatchName } from './places.ts'

/** What sealing needs to know. */
export interface Sealing {
  ledger: Journal['ledger']
  hub: string
  enrolment: string
  mode: Mode
  keys: SealingKeys
  /** How the kiosk is, but for what the journal itself says. */
  about: Omit<KioskState, 'head' | 'oldest'>
  /** Epoch milliseconds. */
  now: () => number
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

/** Seals entries from one on, none behind `through`, as many as make one batch. */
export function sealNext(sealing: Sealing, head: TripHead, from: number, through: number): SealedBatch {
  const { outgoing } = sealing.ledger
  const epoch = outgoing.epochs().findLast((each) => each.from <= from)
  if (!epoch) throw new Error('a journal that has entries has an epoch')
  const last = Math.min(through, epoch.through, from + mostEntries - 1)
  let entries = outgoing.read({ from, through: last, characters: mostCharacters })
  for (;;) {
    const batch = sealThese(sealing, head, epoch.epoch, entries)
    if (batch.sealed.length <= mostSealed || entries.length === 1) return batch
    entries = entries.slice(0, Math.ceil(entries.length / 2))
  }
}

function sealThese(sealing: Sealing, head: TripHead, epoch: string, entries: readonly StoredEntry[]): SealedBatch {
  const [first, last] = [entries[0]?.entry, entries.at(-1)?.entry]
  if (!first || !last) throw new Error('there is an entry where the journal said so')
  const range = { epoch, from: first.seq, through: last.seq, previous: first.previous, hash: last.hash }
  return { from: first.seq, through: last.seq, hash: last.hash, sealed: sealSaying(sealing, head, range, entries) }
}

/** Seals only how the kiosk is. */
export function sealState(sealing: Sealing, head: TripHead): Uint8Array {
  const { epoch, seq, hash } = head
  return sealSaying(sealing, head, { epoch, from: seq + 1, through: seq, previous: hash, hash }, [])
}

type Range = Pick<Statement, 'epoch' | 'from' | 'through' | 'previous' | 'hash'>

function sealSaying(sealing: Sealing, head: TripHead, range: Range, entries: readonly StoredEntry[]): Uint8Array {
  const { ledger, hub, enrolment, mode, keys, about, now } = sealing
  const { outgoing } = ledger
  const { sign, ...key } = outgoing.signer()
  const waiting = outgoing.header(ledger.delivered('integrated') + 1)
  const statement: Omit<Statement, 'size'> = {
    hub,
    enrolment,
    mode,
    ...range,
    key,
    keys: outgoing.keyChanges(range.from).slice(-mostKeyChanges),
    sealedAt: now(),
    kiosk: { head, oldest: waiting && { seq: waiting.seq, at: waiting.at }, ...about },
  }
  const to = [keys.keys[0], keys.recovery].flatMap((text) => (text == null ? [] : (decodeBase64url(text) ?? [])))
  return sealBatch(nodeMeans, { statement, entries, sign, to })
}
