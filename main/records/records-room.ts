/** What the records answer to the screen: recorded crossings found, opened, traced and corrected. */
import type { Corrected } from '../../shared/contract/crossing-schemas.ts'
import type { recordsMethods } from '../../shared/contract/records.ts'
import type { Mode } from '../../shared/domain/mode.ts'
import type { Journal } from '../journal/index.ts'
import type { Lane, LaneMemory, Referrals, Today } from '../lane/index.ts'
import type { Room } from '../room.ts'
import type { TrustKeeper } from '../trust/index.ts'
import { AccessLog } from './access-log.ts'
import { Corrections } from './corrections.ts'
import { slipFor } from './slip.ts'

/** Opens the room. @param parts `now`: epoch milliseconds */
export function recordsRoom(parts: {
  journal: Journal
  memory: LaneMemory
  lane: Lane
  today: Today
  referrals: Referrals
  checkpoint: { kiosk: string; name: string; lane: string; mode: Mode }
  trust: TrustKeeper
  now: () => number
}): Room<keyof typeof recordsMethods> {
  const { journal, memory, lane, today, referrals, checkpoint, trust, now } = parts
  const corrections = new Corrections(journal, memory, now)
  const accesses = new AccessLog(journal, now)
  /** The lane and the day speak of crossings too. */
  const told = (of: number, answer: Corrected): Corrected => {
    lane.corrected(of)
    today.announce()
    return answer
  }
  return {
    handlers: {
      'crossing.read': ({ seq }) => {
        const read = corrections.read(seq)
        if (read) accesses.open(seq, read)
        return read
      },
      'crossing.amend': ({ of, decision, vehicle, why, happenedAt }) =>
        told(of, corrections.amend(of, decision, vehicle, why, happenedAt)),
      'crossing.void': ({ of, why }) => told(of, corrections.void(of, why)),
      'crossing.note': ({ of, text }) => corrections.note(of, text),
      'crossings.search': (query) => {
        const answer = journal.search(query)
        accesses.search(query, answer.lines.length)
        return answer
      },
      'crossing.slip': ({ seq }) =>
        slipFor(journal, seq, { ...checkpoint, medicalPost: trust.store.policy.letterhead?.medicalPost ?? null }),
      'referrals.open': () => referrals.list(),
      'crossings.trace': (query) => {
        const answer = journal.trace(query)
        accesses.trace(query, answer.lines.length)
        return answer
      },
      'crossings.export': (query) => {
        const answer = journal.trace(query)
        const record = accesses.export(query, answer)
        return record.recorded ? { recorded: true, answer } : record
      },
    },
    close: () => accesses.settle(),
  }
}
