/** Trust while the kiosk is open: newer keys that somebody copies are believed without a start. */
import type { trustMethods } from '../../shared/contract/trust.ts'
import type { Journal } from '../journal/index.ts'
import type { Room } from '../room.ts'
import { owesEntries, recordTrust } from './record-belief.ts'
import type { TrustKeeper } from './trust-keeper.ts'

const notHere = {
  vi: 'Bản này chưa cập nhật được trên màn hình. Hãy đóng Chốt rồi chạy "npx chot trust update".',
  en: 'This version cannot update on the screen. Close Chốt and run "npx chot trust update".',
} as const

/** Opens the room. @param parts `now`: epoch milliseconds */
export function trustRoom(parts: {
  trust: TrustKeeper
  journal: Journal
  now: () => number
  log: (line: string) => void
}): Room<keyof typeof trustMethods> {
  const { trust, journal, now, log } = parts
  return {
    handlers: {
      'trust.read': () => ({ root: null, publication: null, lists: [], damage: [], last: null }),
      'trust.sticks': () => [],
      'trust.update': () => ({ outcome: 'stopped', said: notHere }),
      'trust.stop': () => ({ stopped: false }),
    },
    beat() {
      try {
        if (trust.refresh() || owesEntries(trust)) recordTrust(journal, trust, now())
      } catch (error) {
        log(`trust: ${error instanceof Error ? error.message : String(error)}`)
      }
    },
  }
}
