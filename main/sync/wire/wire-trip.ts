/**
 * One trip over the wire: the wish where the hub has not answered it yet, then batch after batch, each until its receipt
 * was verified, then how the kiosk is. One request at a time; it can be cut at any instant, and the next trip goes on.
 */
import { mostSealed, mostTaken } from '../../../shared/sync/limits.ts'
import { comeHome, sealHowItIs, sealingFor, type Trip } from '../ground.ts'
import { tripHead, type SealedBatch } from '../seal/seal-next.ts'
import { isEnrolled } from '../sync-state.ts'
import { positionOf, takeAnswer, type Taken } from '../take-answer.ts'
import { overWire, type Fetch, type WireFault } from './wire.ts'

/** Why a trip ended before everything was delivered. */
export type WireWhy =
  | WireFault
  | 'no-address'
  /** The hub took a batch and gave no receipt that holds. */
  | 'no-receipt'
  /** The hub has what this journal never had. */
  | 'unknown-head'
  | NonNullable<NonNullable<Taken['refused']>['why']>

/** How a trip ended. */
export interface WireTrip {
  /** Batches that were receipted on it. */
  batches: number
  /** Null: the hub has everything that there was when the trip began. */
  why: WireWhy | null
  /** What the hub asked for, in milliseconds; null: nothing. */
  retryAfter: number | null
  /** Bytes that the way was found to let through at a time, where that is less than a batch may have; null: it lets all through. */
  most: number | null
}

type Ended = Omit<WireTrip, 'most'>

const ended = (why: WireWhy | null, batches: number, retryAfter: number | null = null): Ended => ({
  batches,
  why,
  retryAfter,
})

/** What is smaller than this is no reason why the hub did not answer in time, in bytes. */
const quick = 32_768

type Sent = { taken: Taken } | { why: WireWhy; retryAfter: number | null }

/** Where the hub takes what. */
const wishes = '/v1/enrolments'
const batchesPath = '/v1/batches'

/** Makes the trip. @throws where this computer's own disk does not take what it must */
export async function tripByWire(trip: Trip, fetch: Fetch, progress: (receipted: number) => void): Promise<WireTrip> {
  const { ground } = trip
  const made = await make(trip, fetch, progress)
  const { most } = trip.state
  // Networks change: once all is delivered, more is tried the next time.
  if (made.why === null && most !== null) trip.state = { ...trip.state, most: 2 * most < mostSealed ? 2 * most : null }
  await comeHome(trip, { at: ground.now(), way: 'wire', why: made.why })
  return { ...made, most }
}

async function make(trip: Trip, fetch: Fetch, progress: (receipted: number) => void): Promise<Ended> {
  const { ground, hub, outbox, paths } = trip
  const { ledger } = ground
  if (hub.address == null) return ended('no-address', 0)
  // A profile that was put back has lost its wish, and the hub knows it all the same.
  const wish = isEnrolled(trip.state, hub) ? null : await ground.disk.read(paths.wish, mostTaken)
  if (wish) {
    const sent = await send(trip, fetch, wishes, wish)
    if ('why' in sent) return ended(sent.why, 0, sent.retryAfter)
    if (!isEnrolled(trip.state, hub)) return ended(sent.taken.refused?.why ?? 'not-enrolled', 0)
  }
  const head = tripHead(ledger)
  if (!head) return ended(null, 0)
  let [position, batches] = [ledger.delivered('integrated'), 0]
  let revoked = false
  let unread: number | null = null
  // A hub that is behind says so at most once for each epoch; one that says it for ever is left.
  let turns = ledger.outgoing.epochs().length + 1
  for (;;) {
    const batch = await outbox.next(sealingFor(trip), head, position, trip.state.most ?? mostSealed)
    const sent = await send(trip, fetch, batchesPath, batch?.sealed ?? (await sealHowItIs(trip, head)))
    if ('why' in sent) {
      const smaller = batch && smallerThan(batch, sent.why)
      if (smaller !== null) trip.state = { ...trip.state, most: smaller }
      if (smaller !== null && sent.why === 'too-large') continue
      return ended(sent.why, batches, sent.retryAfter)
    }
    const { refused, head: theirs } = sent.taken
    if (refused?.why === 'gap' && turns-- > 0) {
      const epoch = epochOf(trip, batch?.from ?? head.seq)
      const next = epoch === null ? null : positionOf(ledger, epoch, theirs ?? null)
      if (next === null) {
        trip.state = { ...trip.state, stopped: { why: 'unknown-head', seq: null } }
        return ended('unknown-head', batches)
      }
      position = next
      continue
    }
    // It was sealed for a key that the hub no longer has, or was damaged here: once more, to what the hub says now.
    if (refused?.why === 'unreadable' && batch && unread !== batch.from) {
      unread = batch.from
      await outbox.drop(batch)
      continue
    }
    revoked ||= refused?.why === 'revoked'
    const receipted = ledger.delivered('integrated')
    // What a revoked kiosk still sends is taken, and kept apart until somebody at the hub lets it in.
    if (refused && !(revoked && batch && receipted >= batch.through)) return ended(refused.why, batches)
    if (!batch) {
      if (!revoked) trip.state = { ...trip.state, stopped: null }
      return ended(revoked ? 'revoked' : null, batches)
    }
    // Whoever says "taken" and proves nothing has taken nothing.
    if (receipted < batch.through) return ended('no-receipt', batches)
    position = batch.through
    progress(position)
    batches++
  }
}

/** How large batches may be after one that did not get through; null: that it was large is not why, or it cannot be halved. */
function smallerThan({ from, through, sealed }: SealedBatch, why: WireWhy): number | null {
  const large = why === 'too-large' || (why === 'timed-out' && sealed.length > quick)
  return large && from < through ? Math.floor(sealed.length / 2) : null
}

const epochOf = ({ ground }: Trip, seq: number): string | null =>
  ground.ledger.outgoing.epochs().findLast(({ from }) => from <= seq)?.epoch ?? null

async function send(trip: Trip, fetch: Fetch, path: string, body: Uint8Array): Promise<Sent> {
  const { ground, hub } = trip
  const url = `${hub.address ?? ''}${path}`
  const answer = await overWire(fetch, { url, body, now: ground.now() })
  if (!answer.came) return answer
  const taken = takeAnswer({ ledger: ground.ledger, hub, now: ground.now(), way: 'wire' }, trip.state, answer.text)
  if (!taken) return { why: 'not-a-hub', retryAfter: null }
  trip.state = taken.state
  return { taken }
}
