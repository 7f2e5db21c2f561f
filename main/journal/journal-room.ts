/** The journal while the kiosk is open: its index is brought on in idle moments, and what may go is erased. */
import { localDay } from '../../shared/language/time.ts'
import type { ClockWatch } from '../kiosk/index.ts'
import type { Room } from '../room.ts'
import type { TrustKeeper } from '../trust/index.ts'
import type { Journal } from './journal.ts'

/** Opens the room. @param parts `now`: epoch milliseconds */
export function journalRoom(parts: {
  journal: Journal
  clock: ClockWatch
  trust: TrustKeeper
  now: () => number
}): Room {
  const { journal, clock, trust, now } = parts
  let retainedOn = ''

  /**
   * Personal data that is delivered and older than the policy allows is erased, once a day; never by a clock in doubt,
   * which may be ahead.
   */
  function retain(): void {
    const today = localDay(now())
    if (today === retainedOn || clock.standing().doubt !== null) return
    retainedOn = today
    journal.retain(trust.store.policy.retentionDays ?? null, now())
  }

  return {
    handlers: {},
    beat() {
      journal.indexSome()
      retain()
    },
  }
}
