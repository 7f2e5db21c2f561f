/** What the lane answers to the screen: scans, the open crossing, the decision. */
import type { laneMethods } from '../../shared/contract/lane.ts'
import { startOfLocalDay } from '../../shared/language/time.ts'
import type { Standing } from '../kiosk/index.ts'
import type { Room } from '../room.ts'
import type { LaneMemory } from './memory.ts'
import { Scans, type ScanParts } from './scan.ts'
import { suggestPlates } from './suggest-plates.ts'
import type { Today } from './today.ts'

/** Opens the room on a lane. */
export function laneRoom(
  parts: ScanParts & { memory: LaneMemory; today: Today; standing: Standing },
): Room<keyof typeof laneMethods> {
  const { lane, memory, now, standing, today } = parts
  const scans = new Scans(parts)
  return {
    handlers: {
      'scan.verify'({ text, source, obeyed }) {
        const answer = scans.take(text, source, obeyed)
        if (answer.kind === 'command') return answer
        if (answer.record.recorded) today.announce()
        standing.announce()
        return answer
      },
      'crossing.edit': (edit) => lane.edit(edit),
      'crossing.decide'({ decision, reason, emergency }) {
        const decided = lane.decide(decision, reason, emergency)
        today.announce()
        return decided
      },
      'crossing.abandon': () => lane.abandon(),
      'crossing.undo'() {
        const undone = lane.takeBack()
        today.announce()
        return undone
      },
      'plates.suggest': ({ text }) => suggestPlates(text, memory.since(startOfLocalDay(now()))),
    },
    beat: () => today.beat(),
    close: () => lane.close(),
  }
}
