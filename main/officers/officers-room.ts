/** What is answered to the screen, and to commands, about officers: who is there, how they come and go, and who may be. */
import type { officersMethods } from '../../shared/contract/officers.ts'
import type { Room } from '../room.ts'
import type { Appointments } from './appoint.ts'
import type { Oversight } from './oversight.ts'
import type { Permissions } from './permissions.ts'
import type { Roll } from './roll.ts'
import type { Sessions } from './sessions.ts'

/** Opens the room. */
export function officersRoom(parts: {
  sessions: Sessions
  roll: Roll
  appointments: Appointments
  permissions: Permissions
  oversight: Oversight
  lane: { permissionsChanged(): void }
  /** Somebody has signed in at the desk. */
  arrived: () => void
}): Room<keyof typeof officersMethods> {
  const { sessions, roll, appointments, permissions, oversight, lane, arrived } = parts
  return {
    handlers: {
      'session.read': () => sessions.current().read(),
      'session.badge': ({ text }) => sessions.current().showBadge(text),
      'session.name': ({ number }) => sessions.current().name(number),
      async 'session.open'({ number, pin }) {
        const session = sessions.current()
        const opened = await session.open(number, pin)
        // A command's session is nobody's at the desk.
        if (opened.ok && session === sessions.desk) arrived()
        return opened
      },
      'session.close': () => sessions.current().leave(),
      'session.touch'() {
        sessions.current().touch()
        return null
      },
      async 'permission.give'({ what, number, pin }) {
        const given = await permissions.give(what, number, pin)
        if (given.ok) lane.permissionsChanged()
        return given
      },
      'oversight.read': () => oversight.read(),
      'oversight.see': ({ crossing }) => oversight.see(crossing),
      'officers.list': () => roll.lines(),
      'officers.appoint': ({ who, pin, means }) => appointments.appoint(who, pin, means),
      'officers.renew': ({ number, pin, means }) => appointments.renew(number, pin, means),
      'officers.change': (who) => appointments.change(who),
      'officers.remove': ({ number }) => appointments.remove(number, sessions.current().read().who?.number ?? null),
      'officers.unlock': ({ number }) => appointments.unlock(number),
    },
    beat: () => sessions.beat(),
    close: () => sessions.close(),
  }
}
