/** What an officer changes of the open crossing by hand: what of it is asked of memory, of trust, or of the crossing alone. */
import type { CrossingEdit } from '../../shared/domain/crossing/crossing-edit.ts'
import { addEvidence, editCrossing } from '../../shared/domain/crossing/edit-crossing.ts'
import type { OpenCrossing } from '../../shared/domain/crossing/open-crossing.ts'
import type { TrustStore } from '../trust/index.ts'
import { clockOf, judgedAgain, judgePaper } from './evidence.ts'
import type { LaneMemory } from './memory.ts'
import { returning } from './returning.ts'

/** The crossing as it is then. @param asked `now`: epoch milliseconds */
export function editOpen(
  open: OpenCrossing,
  edit: CrossingEdit,
  { memory, trust, now }: { memory: LaneMemory; trust: TrustStore; now: number },
): OpenCrossing {
  if (edit.kind === 'return') return returning(open, memory.get(edit.of), now)
  if (edit.kind === 'origin-zone') return judgedAgain({ ...open, originZone: edit.zone }, trust, now)
  // What was good enough then was good enough, however old it is by the time that somebody enters it.
  if (edit.kind === 'happened-at') return judgedAgain(editCrossing(open, edit, now), trust, now)
  if (edit.kind !== 'paper') return editCrossing(open, edit, now)
  const { result, traveller } = edit
  const findings = judgePaper(result, trust, clockOf(open, now))
  return addEvidence(open, traveller, { id: open.nextId, at: now, kind: 'paper', result, findings })
}
