/** What the kiosk itself answers to the screen: all that it needs to draw itself, its settings, its clock. */
import type { kioskMethods } from '../../shared/contract/kiosk.ts'
import type { Checkpoint } from '../profile/index.ts'
import type { ShownCrossing } from '../../shared/contract/crossing-schemas.ts'
import type { Session } from '../../shared/contract/officers.ts'
import type { Day } from '../../shared/contract/schemas.ts'
import type { SettingsStore } from '../ports.ts'
import type { Room } from '../room.ts'
import type { ClockWatch } from './clock-watch.ts'
import type { Standing } from './standing.ts'

/** Opens the room. */
export function kioskRoom(parts: {
  version: string
  /** Who it is now: set-up may change that. */
  checkpoint: { readonly now: Checkpoint }
  settings: SettingsStore
  clock: ClockWatch
  standing: Standing
  /** The lane rests on this room, so what it asks of the lane is said here. */
  today: { read(): Day }
  lane: { shown(): ShownCrossing }
  session: { read(): Session }
}): Room<keyof typeof kioskMethods> {
  const { version, checkpoint, settings, clock, standing, today, lane, session } = parts
  return {
    handlers: {
      'kiosk.read': () => ({
        version,
        checkpoint: { name: checkpoint.now.name, lane: checkpoint.now.lane },
        mode: checkpoint.now.mode,
        session: session.read(),
        standing: standing.read(),
        settings: settings.read(),
        day: today.read(),
        crossing: lane.shown(),
      }),
      'clock.confirm'() {
        clock.confirm()
        standing.announce()
        return standing.read()
      },
      'settings.write': (change) => settings.write(change),
    },
    beat: () => standing.announce(),
  }
}
