/**
 * Composition root: opens a profile, wires the rooms, and answers the contract's handlers. Shells import this and
 * nothing deeper.
 */
import type { Emit, Handlers } from '../shared/contract/contract.ts'
import type { Settings } from '../shared/contract/schemas.ts'
import { localDay } from '../shared/language/time.ts'
import { Journal } from './journal/index.ts'
import { profilePaths, readCheckpoint } from './profile.ts'
import { readTrust } from './trust/index.ts'
import { verify } from './verify/index.ts'

export { profileFolder } from './profile.ts'

/** The screen's settings, kept by the shell. */
export interface SettingsStore {
  read(): Settings
  /** Changes some; answers with all. */
  write(change: Partial<Settings>): Settings
}

/** What differs between shells, and between a checkpoint and a test. */
export interface Ports {
  /** Epoch milliseconds. */
  now: () => number
  settings: SettingsStore
  log: (line: string) => void
}

/** A running checkpoint. */
export interface App {
  handlers: Handlers
  /** Hears every event; the answer stops it. */
  subscribe(emit: Emit): () => void
  close(): void
}

/**
 * Opens a profile and everything in it.
 * @throws ProfileInUse, JournalFromFuture, CheckpointUnreadable, TrustUnreadable
 */
export function openApp({ profile, version, ports }: { profile: string; version: string; ports: Ports }): App {
  const paths = profilePaths(profile)
  const checkpoint = readCheckpoint(profile)
  const { store: trust, refused } = readTrust(paths.trust)
  for (const { index, why } of refused) ports.log(`trust: key ${index + 1} of keys.json cannot be used: ${why}`)
  const journal = new Journal(paths.journal, checkpoint.kiosk, ports.log)
  const listeners = new Set<Emit>()
  const announceDay = (): void => {
    const day = journal.day(ports.now())
    for (const emit of listeners) emit('day.changed', day)
  }
  const stopWatch = onNewDay(ports, announceDay)

  const handlers: Handlers = {
    'kiosk.read': () => ({
      version,
      checkpoint: { name: checkpoint.name, lane: checkpoint.lane },
      demo: checkpoint.demo,
      trust: { keys: trust.size, updatedAt: trust.updatedAt },
      settings: ports.settings.read(),
      day: journal.day(ports.now()),
    }),
    'scan.verify': ({ text, source }) => {
      const now = ports.now()
      const verdict = verify(text, { trust, now, rules: true })
      const record = journal.recordScan(verdict, source, now)
      if (record.recorded) announceDay()
      return { verdict, record }
    },
    'settings.write': (change) => ports.settings.write(change),
  }
  return {
    handlers,
    subscribe: (emit) => {
      listeners.add(emit)
      return () => listeners.delete(emit)
    },
    close: () => {
      stopWatch()
      journal.close()
    },
  }
}

/** Calls `announce` when the calendar day has changed, looking once a minute: the clock itself may be put right. */
function onNewDay(ports: Ports, announce: () => void): () => void {
  let day = localDay(ports.now())
  const timer = setInterval(() => {
    const today = localDay(ports.now())
    if (today === day) return
    day = today
    announce()
  }, 60_000)
  timer.unref()
  return () => clearInterval(timer)
}
