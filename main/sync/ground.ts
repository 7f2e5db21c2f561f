/** What both ways rest on: the journal, the hub that it is enrolled with, and what is remembered of that. */
import type { Mode } from '../../shared/domain/mode.ts'
import type { KioskState } from '../../shared/sync/statement.ts'
import type { Hub, Journal } from '../journal/index.ts'
import type { Disk } from './disk.ts'
import { Outbox } from './seal/outbox.ts'
import { inProfile } from './places.ts'
import type { SealInto } from './seal/seal-batches.ts'
import { sealState, type Sealing, type TripHead } from './seal/seal-next.ts'
import { readState, sealingOf, tried, writeState, type SyncState, type Try } from './sync-state.ts'

/** How the kiosk is, beside its journal. */
export type About = Omit<KioskState, 'head' | 'oldest' | 'clock'> & { doubt: string | null }

/** What a trip is made on. */
export interface Ground {
  profile: string
  ledger: Journal['ledger']
  mode: Mode
  about: () => About
  /** Epoch milliseconds. */
  now: () => number
  /** The computer's own disk. */
  disk: Disk
  /** Where batches are sealed: here, or beside the lane. */
  seal: SealInto
}

/** A hub with an enrolment. */
export type EnrolledHub = Hub & { enrolment: string }

/** A trip that can be made. */
export interface Trip {
  ground: Ground
  hub: EnrolledHub
  paths: ReturnType<typeof inProfile>
  outbox: Outbox
  state: SyncState
}

/** Why no trip can be made. */
export type NoTrip = 'not-enrolled' | 'no-sealing-key'

/** Gets a trip ready. */
export async function setOut(ground: Ground): Promise<Trip | NoTrip> {
  const hub = ground.ledger.hub()
  if (hub?.enrolment === undefined) return 'not-enrolled'
  const paths = inProfile(ground.profile)
  const state = await readState(ground.disk, paths)
  if (sealingOf(state, hub) === null) return 'no-sealing-key'
  const outbox = new Outbox({ ...ground, folder: paths.out })
  return { ground, hub: { ...hub, enrolment: hub.enrolment }, paths, outbox, state }
}

/** What sealing needs, as it is now. */
export function sealingFor({ ground, hub, state }: Trip): Sealing {
  const keys = sealingOf(state, hub)
  if (!keys) throw new Error('a trip without a key to seal to is not set out on')
  const { ledger, mode, now } = ground
  const { doubt, ...about } = ground.about()
  const { number, public: publicHalf } = ledger.outgoing.signer()
  const waiting = ledger.outgoing.header(ledger.delivered('integrated') + 1)
  return {
    hub: hub.hub,
    enrolment: hub.enrolment,
    mode,
    keys,
    key: { number, public: publicHalf },
    at: now(),
    about: {
      ...about,
      oldest: waiting && { seq: waiting.seq, at: waiting.at },
      clock: { doubt, offset: state.offset },
    },
  }
}

/** A batch without entries: how the kiosk is. */
export function sealHowItIs(trip: Trip, head: TripHead): Promise<Uint8Array> {
  const { outgoing } = trip.ground.ledger
  return sealState({ ...sealingFor(trip), entries: outgoing, sign: (toSign) => outgoing.signer().sign(toSign) }, head)
}

/** Comes home: how it went is remembered, and what the hub has backed up is let go of. */
export async function comeHome(trip: Trip, last: Try): Promise<void> {
  trip.state = tried(trip.state, last)
  await writeState(trip.ground.disk, trip.paths, trip.state)
  await trip.outbox.release()
}

/** Remembers a try that did not come as far as a trip. */
export async function rememberTry({ profile, disk }: Ground, last: Try): Promise<void> {
  const paths = inProfile(profile)
  await writeState(disk, paths, tried(await readState(disk, paths), last))
}
