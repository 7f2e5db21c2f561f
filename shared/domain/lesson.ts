/** The guided lesson: ten people come to a practice lane, and what there is to do about each. Nothing of it is ever real. */
import type { Decision } from './crossing/crossing.ts'

/**
 * In the order in which they come. `right`: the decisions that are right; none: there is nothing to decide about what was
 * scanned, and the person is asked for another code.
 */
export const lessonSteps = [
  { name: 'valid', right: ['admitted'] },
  { name: 'too-old', right: ['refused', 'referred'] },
  { name: 'positive', right: ['referred'] },
  { name: 'last-hours', right: ['admitted'] },
  { name: 'forged', right: ['refused', 'referred'] },
  { name: 'payment', right: [] },
  { name: 'unknown-key', right: ['referred', 'admitted'] },
  { name: 'expired', right: ['refused', 'referred'] },
  { name: 'cut', right: [] },
  { name: 'returned', right: ['admitted'] },
] as const satisfies readonly { name: string; right: readonly Decision[] }[]

export const lessonNames = lessonSteps.map(({ name }) => name)
export type LessonName = (typeof lessonSteps)[number]['name']

/** Whether a decision is right for a step. @param decision null: nothing was decided */
export function isRight(name: LessonName, decision: Decision | null): boolean {
  const right: readonly Decision[] = lessonSteps.find((step) => step.name === name)?.right ?? []
  return decision === null ? right.length === 0 : right.includes(decision)
}
