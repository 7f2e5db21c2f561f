/** Sync while the kiosk is open: trips by themselves and when asked for, and what there is to know of them. */
import type { Emit, Output } from '../../shared/contract/contract.ts'
import type { SyncState, syncMethods } from '../../shared/contract/sync.ts'
import type { Invitation } from '../../shared/sync/invitation.ts'
import type { Journal } from '../journal/index.ts'
import { hasAuthority, keepAuthorityFrom } from '../private-servers/index.ts'
import type { Checkpoint } from '../profile/index.ts'
import type { Room } from '../room.ts'
import type { TrustKeeper } from '../trust/index.ts'
import { beginEpoch } from './begin-epoch.ts'
import { diagnose, writeDiagnostics } from './status/diagnose.ts'
import { nodeDisk } from './disk.ts'
import { enrol } from './enrol/enrol.ts'
import { FollowedTrust } from './follow-trust.ts'
import type { About, Ground } from './ground.ts'
import {
  authorityNeededBy,
  givenText,
  invitedBy,
  notInvited,
  readFor,
  toldOf,
  type GivenInvitation,
  type NotInvited,
} from './enrol/invited.ts'
import { addressesOut } from './wire/network.ts'
import { syncReasons } from './status/said-reasons.ts'
import { sealApart } from './seal/seal-apart.ts'
import { stateOfSync, type Underway } from './status/state-of-sync.ts'
import { syncStatus } from './status/sync-status.ts'
import { sayTravelled, travel } from './travel.ts'
import { Trips } from './trips.ts'
import type { Fetch } from './wire/wire.ts'

interface SyncParts {
  profile: string
  version: string
  checkpoint: { now: Checkpoint }
  journal: Journal
  /** Where the journal lies, and what opens it to read. */
  journalPlace: { folder: string; key: Uint8Array }
  trust: TrustKeeper
  /** Brings what is believed up to date from a folder or an address; it records and tells itself. */
  updateTrust: (place: { from: string; serverAuthority: string | null }) => Promise<{ outcome: string }>
  clock: { standing(): { doubt: string | null } }
  /** How the hub is reached, asked before each trip. */
  reach: () => Fetch
  now: () => number
  log: (line: string) => void
  emit: Emit
}

/** How often it is looked whether the network has changed, in milliseconds. */
const networkLook = 10_000

const busy = {
  vi: 'Đang gửi rồi. Chờ chuyến đó xong rồi thử lại.',
  en: 'A trip is under way already. Wait for it to end, then try again.',
} as const

const notStopped = {
  vi: 'Máy chủ và nhật ký này không khác nhau, nên không cần kỷ mới. Không làm gì cả.',
  en: 'The hub and this journal do not differ, so no new epoch is needed. Nothing was done.',
} as const

const refuse = (why: NotInvited) => ({ ok: false as const, said: notInvited[why] })

/** Opens the room. @param parts `now`: epoch milliseconds */
export function syncRoom(parts: SyncParts): Room<keyof typeof syncMethods> {
  const { profile, version, checkpoint, journal, journalPlace, trust, clock, reach, now, log, emit } = parts
  const { ledger } = journal
  const sealing = sealApart(ledger, journalPlace)
  const about = (): About => ({
    version,
    trust: { ...trust.publication?.versions },
    doubt: clock.standing().doubt,
  })
  const { mode } = checkpoint.now
  const ground: Ground = { profile, ledger, mode, about, now, disk: nodeDisk, seal: sealing.seal }
  const since = now()

  const underway = (): Underway => ({ running: trips.running, nextAt: trips.nextAt, quiet: trips.isQuiet(), since })
  const state = async (): Promise<SyncState> => stateOfSync(await syncStatus(ground), underway(), now())
  const announce = (): void => {
    void state().then(
      (told) => emit('sync.changed', told),
      (error: unknown) => log(`sync: ${String(error)}`),
    )
  }
  /** Nothing more is sent by itself where the hub has other entries: a person decides. */
  let stopped = false
  async function updateTrust(from: string): Promise<boolean> {
    const { outcome } = await parts.updateTrust({ from, serverAuthority: null })
    return outcome === 'updated' || outcome === 'current'
  }
  const followed = new FollowedTrust(updateTrust, now)
  const trips: Trips = new Trips({
    async travel(folder) {
      const travelled = await travel(ground, {
        folder,
        stick: nodeDisk,
        fetch: reach(),
        hear(done, total) {
          trips.progressed()
          emit('sync.progress', { way: folder === null ? 'wire' : 'folder', done, total })
        },
      })
      stopped = travelled.why === 'fork' || travelled.why === 'unknown-head'
      return travelled
    },
    waiting() {
      if (ledger.hub()?.address == null || stopped) return null
      return (ledger.head()?.seq ?? 0) - ledger.delivered('integrated')
    },
    network: addressesOut,
    changed: announce,
    async arrived(folder) {
      // Keys that are copied by hand come by no trip.
      if (trust.from !== 'repository') return
      const address = ledger.hub()?.address ?? null
      if (folder !== null) await followed.byStick(nodeDisk, folder)
      else if (address !== null) await followed.byWire(address, reach())
    },
    log,
    now,
    chance: Math.random,
    later(milliseconds, act) {
      const timer = setTimeout(act, milliseconds).unref()
      return () => clearTimeout(timer)
    },
  })
  const looking = setInterval(() => trips.beat(), networkLook).unref()

  async function invitation(given: GivenInvitation): Promise<{ text: string; read: Invitation } | NotInvited> {
    const said = await givenText(given)
    if (typeof said === 'string') return said
    const needed = authorityNeededBy(said.text)
    if (needed !== null && !hasAuthority(profile, needed)) {
      // As a rule it lies beside the invitation.
      const keeping = given.from === 'file' ? await keepAuthorityFrom(given.path, profile, needed) : 'not-there'
      if (keeping !== 'kept') return keeping === 'crowded' ? 'crowded-authority' : 'no-authority'
    }
    const invited = await invitedBy(said.text, checkpoint.now, { fetch: reach(), now: now() })
    if (typeof invited === 'string') return invited
    const read = readFor(mode, invited.text)
    return typeof read === 'string' ? read : { text: invited.text, read }
  }

  async function keepsAuthority(given: GivenInvitation, place: string): Promise<Output<'sync.authority'>> {
    const said = await givenText(given)
    if (typeof said === 'string') return refuse(said)
    const needed = authorityNeededBy(said.text)
    const keeping = needed === null ? 'kept' : await keepAuthorityFrom(place, profile, needed)
    if (keeping === 'kept') return { ok: true }
    return refuse(keeping === 'crowded' ? 'crowded-authority' : 'another-authority')
  }

  async function run(folder: string | null): Promise<Output<'sync.run'>> {
    const travelled = await trips.run(folder)
    if (!travelled) return { ran: false, said: busy }
    const counts = await syncStatus(ground)
    return { ran: true, ...travelled, said: sayTravelled(travelled, counts) }
  }

  async function take(given: GivenInvitation, fingerprint: string): Promise<Output<'sync.enrol'>> {
    const found = await invitation(given)
    if (typeof found === 'string') return refuse(found)
    const told = toldOf(found.read)
    if (told.fingerprint !== fingerprint) return refuse('another-fingerprint')
    const answer = await enrol({ profile, checkpoint: checkpoint.now, journal, disk: nodeDisk, now }, found.text)
    if (!answer.done) return refuse(answer.why)
    stopped = false
    trips.soon()
    return told
  }

  async function branch(): Promise<Output<'sync.beginEpoch'>> {
    if (trips.running) return { ok: false, said: busy }
    const answer = await beginEpoch(ground)
    if (!answer.begun) return { ok: false, said: answer.why === 'not-recorded' ? notInvited[answer.why] : notStopped }
    stopped = false
    trips.soon()
    return { ok: true, after: answer.after }
  }

  async function tell(folder: string | null): Promise<Output<'sync.diagnose'>> {
    const text = await diagnose(ground, underway())
    try {
      return { ok: true, text, file: folder === null ? null : await writeDiagnostics(ground, folder, text) }
    } catch {
      return { ok: false, said: syncReasons['stick-unwritable'] }
    }
  }

  return {
    handlers: {
      'sync.read': state,
      'sync.run': ({ folder }) => run(folder),
      async 'sync.invited'(given) {
        const found = await invitation(given)
        return typeof found === 'string'
          ? { ...refuse(found), wantsAuthority: found === 'no-authority' || found === 'crowded-authority' }
          : toldOf(found.read)
      },
      'sync.authority': ({ invitation: given, place }) => keepsAuthority(given, place),
      'sync.enrol': ({ invitation: given, fingerprint }) => take(given, fingerprint),
      'sync.beginEpoch': branch,
      'sync.diagnose': ({ folder }) => tell(folder),
    },
    beat: announce,
    close() {
      clearInterval(looking)
      trips.close()
      void sealing.close()
    },
  }
}
