/** A vehicle that comes back: what its crossing of today knows, the other way, without typing or scanning it again. */
import type { Traveller } from '../../shared/domain/crossing/crossing.ts'
import type { Evidence, OpenCrossing } from '../../shared/domain/crossing/open-crossing.ts'
import { placeEvidence } from '../../shared/domain/crossing/place-evidence.ts'
import type { EarlierCrossing } from '../../shared/domain/crossing/repeats.ts'

/**
 * Takes vehicle and people over from an earlier crossing; unchanged where that is not known any more. Who has shown
 * something already stays one person. The lane itself is not turned. @param now epoch milliseconds
 */
export function returning(open: OpenCrossing, earlier: EarlierCrossing | null, now: number): OpenCrossing {
  if (!earlier) return open
  const { decision, vehicle, people, travellers } = earlier.crossing
  const laneDirection = open.laneDirection ?? open.direction
  // Who did not pass comes the same way again.
  const passed = decision === 'admitted'
  const direction = passed ? opposite(earlier.crossing.direction) : earlier.crossing.direction
  const turned: OpenCrossing = { ...open, laneDirection, direction, vehicle, people }
  const all = travellers.reduce((crossing, traveller) => {
    // Nobody stands at the desk: only who certainly is the same person is joined.
    const waiting = { ...crossing, current: null, awaitingNext: false }
    return placeEvidence(waiting, evidenceOfEarlier(earlier, traveller, crossing.nextId, now)).crossing
  }, turned)
  return { ...all, current: null, awaitingNext: false }
}

const opposite = (direction: 'in' | 'out'): 'in' | 'out' => (direction === 'in' ? 'out' : 'in')

function evidenceOfEarlier(
  { seq, at, crossing }: EarlierCrossing,
  traveller: Traveller,
  id: number,
  now: number,
): Evidence {
  const validUntil = traveller.certificate?.validUntil ?? null
  // A result that was good then counts again as long as it lasts, and only for those who were let through.
  const holds =
    traveller.outcome === 'accepted' && crossing.decision === 'admitted' && (validUntil === null || validUntil > now)
  return { id, at: now, kind: 'earlier', crossing: seq, seenAt: at, traveller, holds }
}
