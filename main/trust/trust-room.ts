/** Trust while the kiosk is open: newer keys that somebody copies are believed without a start. */
import type { Journal } from '../journal/index.ts'
import type { Room } from '../room.ts'
import { owesEntries, recordTrust } from './record-belief.ts'
import type { TrustKeeper } from './trust-keeper.ts'

/** Opens the room. @param parts `now`: epoch milliseconds */
export function trustRoom(parts: {
  trust: TrustKeeper
  journal: Journal
  now: () => number
  log: (line: string) => void
}): Room {
  const { trust, journal, now, log } = parts
  return {
    handlers: {},
    beat() {
      try {
        if (trust.refresh() || owesEntries(trust)) recordTrust(journal, trust, now())
      } catch (error) {
        log(`trust: ${error instanceof Error ? error.message : String(error)}`)
      }
    },
  }
}
