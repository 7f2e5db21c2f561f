/** What the records answer to the screen: recorded crossings found, opened, traced and corrected. */
import type { Corrected } from '../../shared/contract/crossing-schemas.ts'
import type { recordsMethods } from '../../shared/contract/records.ts'
import type { Journal } from '../journal/index.ts'
import type { Lane, LaneMemory, Referrals, Today } from '../lane/index.ts'
import type { Room } from '../room.ts'
import { Corrections } from './corrections.ts'

/** Opens the room. @param parts `now`: epoch milliseconds */
export function recordsRoom(parts: {
  journal: Journal
  memory: LaneMemory
  lane: Lane
  today: Today
  referrals: Referrals
  now: () => number
}): Room<keyof typeof recordsMethods> {
  const { journal, memory, lane, today, referrals, now } = parts
  const corrections = new Corrections(journal, memory, now)
  /** The lane and the day speak of crossings too. */
  const told = (of: number, answer: Corrected): Corrected => {
    lane.corrected(of)
    today.announce()
    return answer
  }
  return {
    handlers: {
      'crossing.read': ({ seq }) => corrections.read(seq),
      'crossing.amend': ({ of, decision, vehicle, why }) => told(of, corrections.amend(of, decision, vehicle, why)),
      'crossing.void': ({ of, why }) => told(of, corrections.void(of, why)),
      'crossing.note': ({ of, text }) => corrections.note(of, text),
      'crossings.search': (query) => journal.search(query),
      'referrals.open': () => referrals.list(),
      'crossings.trace': (query) => journal.trace(query),
    },
  }
}
