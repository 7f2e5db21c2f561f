/**
 * The list of rooms: opens a profile and what its rooms share, and puts their handlers and heartbeats together. Shells
 * import this and nothing deeper.
 */
import type { Emit, Handlers, Input } from '../shared/contract/contract.ts'
import type { Caller } from '../shared/contract/role.ts'
import { type Checkpoint, openProfileJournal, profilePaths } from './profile/index.ts'
import { setUpRoom } from './checkpoint/index.ts'
import { Events } from './events.ts'
import { cutHealthDetails } from './health-details.ts'
import { journalRoom, type Journal, type Signer } from './journal/index.ts'
import { kioskRoom, Standing, watchClock } from './kiosk/index.ts'
import { openOfficers, officersRoom, type Officers, type Visit } from './officers/index.ts'
import { CommandMarks, Lane, laneRoom, recallCrossings, Referrals, Today } from './lane/index.ts'
import type { Ports } from './ports.ts'
import { listenForCommands } from './profile-socket/index.ts'
import { lessonRoom } from './practice/index.ts'
import { recordsRoom } from './records/index.ts'
import { reportingRoom, reportSource, TracePapers } from './reporting/index.ts'
import type { Room } from './room.ts'
import { Duty, shiftRoom } from './shift/index.ts'
import { reachHub, syncRoom } from './sync/index.ts'
import { openTrust, trustRoom, type TrustKeeper } from './trust/index.ts'

export type { Ports, Secrets, SettingsStore, SystemSeal } from './ports.ts'
export { endsFolder, profileFolder } from './profile/index.ts'

/** A running checkpoint. */
export interface App {
  handlers: Handlers
  /** Whose session at the desk it is. */
  caller(): Caller
  /** A session for somebody who is not at the desk: a command. */
  visit(): Visit
  /** Hears every event; the answer stops it. */
  subscribe(emit: Emit): () => void
  close(): void
}

/** How often the rooms look what time has changed when nothing else happens, in milliseconds. */
const heartbeat = 60_000

/** What all rooms rest on, opened. */
interface Ground {
  profile: string
  checkpoint: Checkpoint
  version: string
  ports: Ports
  journal: Journal
  trust: TrustKeeper
  marks: CommandMarks
  officers: Officers
  events: Events
  /** Where the journal lies, and what opens it to read. */
  journalPlace: { folder: string; key: Uint8Array }
}

/**
 * Opens a profile and everything in it.
 * @throws TrustUnreadable, and what `openProfileJournal` and the secrets throw
 */
export async function openApp(options: { profile: string; version: string; ports: Ports }): Promise<App> {
  const { profile, version, ports } = options
  const { now, secrets } = ports
  // Officers are in the journal, and sign what is written to it from then on.
  let officers: Officers | null = null
  const signer = (): Signer | null => officers?.sessions.signer() ?? null
  const { checkpoint, journal } = await openProfileJournal(profile, { ...ports, signer })
  try {
    const trust = await openTrust({ folder: profilePaths(profile).trust, mode: checkpoint.mode }, journal, now)
    const marks = new CommandMarks(await secrets.commandKey(), profile)
    const events = new Events()
    officers = openOfficers({
      journal,
      kiosk: checkpoint.kiosk,
      officerKey: await secrets.officerKey(),
      now,
      running: ports.running,
      trust: () => trust.store,
      changed: (session) => events.emit('session.changed', session),
    })
    const journalPlace = { folder: profilePaths(profile).journal, key: await secrets.journalKey() }
    const app = openRooms({
      profile,
      checkpoint,
      version,
      ports,
      journal,
      journalPlace,
      trust,
      marks,
      officers,
      events,
    })
    const socket = await listenForCommands({ profile, app, log: ports.log })
    return {
      ...app,
      close() {
        socket?.close()
        app.close()
      },
    }
  } catch (error) {
    journal.close()
    throw error
  }
}

/** Each room takes from what is open what it needs. */
function openRooms(ground: Ground): App {
  const { profile, checkpoint, journal, trust, ports, officers, events } = ground
  const shared = { ...ground, ...ports, emit: events.emit }
  /** As it is called and where it stands: Set-up may change that while it runs. */
  const who = { now: checkpoint }
  const clock = watchClock(shared)
  const standing = new Standing({ ...shared, clock })
  const memory = recallCrossings(journal, ports.now())
  const referrals = new Referrals(memory, ports.now)
  const today = new Today({ ...shared, referrals })
  const lane = new Lane({
    ...shared,
    memory,
    trust: () => trust.store,
    called: () => who.now,
    changed: (crossing) => events.emit('crossing.changed', crossing),
    authority: officers.permissions,
  })
  /** Of whoever's call it is. */
  const session = {
    read: () => officers.sessions.current().read(),
    beforeLeaving: (listener: () => void) => officers.sessions.beforeLeaving(listener),
  }
  const duty = new Duty({
    ...shared,
    trust: () => trust.store,
    who: () => session.read().who,
    called: (number) => officers.roll.called(number),
    open: () => ({ referrals: referrals.count(), emergencies: officers.oversight.emergencies() }),
    post: () => ({ name: who.now.name, lane: who.now.lane }),
    changed: () => events.emit('shift.changed', {}),
  })
  const open = { ...shared, clock, standing, today, memory, referrals, lane }

  const source = () => reportSource(who.now, trust.store.policy)
  const papers = new TracePapers({ ...shared, toRead: ground.journalPlace, source })
  // In the order of their heartbeats: what is believed first, what the screen is told of it last.
  const believed = trustRoom({ ...open, checkpoint: who })
  const updateTrust = async (place: Input<'trust.update'>) => believed.handlers['trust.update'](place)
  const rooms = {
    trust: believed,
    journal: journalRoom(open),
    lane: laneRoom(open),
    records: recordsRoom({ ...open, checkpoint: who, papers, session }),
    reporting: reportingRoom({ ...open, toRead: ground.journalPlace, source }),
    shift: shiftRoom({ duty, lane, permissions: officers.permissions }),
    officers: officersRoom({ ...officers, lane, arrived: () => duty.arrived() }),
    sync: syncRoom({
      ...open,
      updateTrust,
      checkpoint: who,
      reach: () => reachHub(profile, who.now),
    }),
    lesson: lessonRoom(ground),
    setUp: setUpRoom({ ...open, checkpoint: who }),
    kiosk: kioskRoom({ ...open, checkpoint: who, session }),
  }
  const everything: Handlers = {
    ...rooms.trust.handlers,
    ...rooms.journal.handlers,
    ...rooms.lane.handlers,
    ...rooms.records.handlers,
    ...rooms.reporting.handlers,
    ...rooms.shift.handlers,
    ...rooms.officers.handlers,
    ...rooms.sync.handlers,
    ...rooms.lesson.handlers,
    ...rooms.setUp.handlers,
    ...rooms.kiosk.handlers,
  }
  const handlers = cutHealthDetails(everything, () => officers.sessions.current().caller())
  const all: Room[] = Object.values(rooms)
  const timer = setInterval(() => {
    for (const room of all) room.beat?.()
  }, heartbeat)
  timer.unref()
  return {
    handlers,
    caller: () => officers.sessions.desk.caller(),
    visit: () => officers.sessions.visit(),
    subscribe: (emit) => events.subscribe(emit),
    close() {
      clearInterval(timer)
      for (const room of all) room.close?.()
      // It outlives whoever writes into it.
      journal.close()
    },
  }
}
