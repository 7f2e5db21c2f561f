/** What a decision key leads to, and which reasons a decision can have. */
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import { needsCount } from '../../../../shared/domain/crossing/close-crossing.ts'
import { decisions, type Decision, type DecisionReason } from '../../../../shared/domain/crossing/crossing.ts'
import { isWholePlate } from '../../../../shared/domain/plate/plate.ts'
import type { Remark } from '../desk-state.ts'

/**
 * `nobody`: there is nothing to decide about yet; `count`: nobody has counted those who are to be let pass; `ask`: it
 * departs from the verdict; `record`: it is as asked for.
 */
export type DecisionStep = 'nobody' | 'count' | 'ask' | 'record'

/** Is there anybody to decide about? A plate alone can be turned back. */
export function hasSomebody({ travellers, vehicle }: ShownCrossing): boolean {
  const plate = vehicle?.plate
  return travellers.length > 0 || (plate !== null && plate !== undefined && isWholePlate(plate))
}

/** Said where the disk took no decision: what to do then is no key. */
const noRoomSaid: ReadonlySet<Remark> = new Set<Remark>(['remark.disk-full', 'remark.read-only'])

/**
 * The keys that are marked: those that the sentence asks for. Null where it asks for none of them, and none says what it
 * leads to: there is nobody to decide about, or nothing can be recorded.
 * @param unwritten why crossing or scan are not on disk
 */
export function markedKeys(
  crossing: ShownCrossing,
  unwritten: ShownCrossing['unsaved'],
  remark: Remark | null,
): readonly Decision[] | null {
  const full = unwritten !== null || (remark !== null && noRoomSaid.has(remark))
  return full || !hasSomebody(crossing) ? null : markedDecisions(crossing)
}

/** What the sentence on the screen asks for, and what is recorded at one press. */
export function markedDecisions(crossing: ShownCrossing): readonly Decision[] {
  return decisions.filter((decision) => stepToDecide(crossing, decision) === 'record')
}

/** The step after a decision key. */
export function stepToDecide(crossing: ShownCrossing, decision: Decision): DecisionStep {
  const { expected } = crossing
  // A plate can be turned back; only people are referred.
  if (!hasSomebody(crossing) || (decision === 'referred' && crossing.travellers.length === 0)) return 'nobody'
  if (needsCount(crossing.whole, decision)) return 'count'
  return expected.includes(decision) ? 'record' : 'ask'
}

/** In the order of the keys 1 to 9; `other` comes after them, on 0. */
const listed: Record<Decision, readonly DecisionReason[]> = {
  admitted: [
    'papers-seen',
    'supervisor-agreed',
    'emergency',
    'official-duty',
    'priority-vehicle',
    'below-age',
    'order',
  ],
  refused: ['papers-missing', 'identity-doubted', 'turned-back', 'symptoms', 'supervisor-agreed', 'order'],
  referred: ['symptoms', 'papers-missing', 'identity-doubted', 'emergency', 'supervisor-agreed', 'order'],
}

/** The figures of the keyboard, in its order. */
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const
export type Digit = (typeof digits)[number]

/** A reason and the digit key that chooses it. */
export interface ReasonKey {
  digit: Digit
  code: DecisionReason
}

/** The reasons that make sense for a decision. @param grave it wants words, and no stock reason */
export function reasonKeys(decision: Decision, grave: boolean): ReasonKey[] {
  if (grave && decision === 'admitted') return [{ digit: '0', code: 'other' }]
  const numbered = listed[decision].map((code, index) => ({ digit: digits[index] ?? '0', code }))
  return [...numbered, { digit: '0', code: 'other' }]
}
