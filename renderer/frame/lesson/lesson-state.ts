/** Where the guided lesson stands: one pure function. Whoever takes it scans and decides in the lane itself. */
import type { Lesson } from '../../../shared/contract/lesson.ts'
import type { Decision } from '../../../shared/domain/crossing/crossing.ts'
import { isRight, type LessonName } from '../../../shared/domain/lesson.ts'

type Codes = Extract<Lesson, { kind: 'lesson' }>['codes']

/** What was decided about somebody of the lesson. `decision` null: nothing, and they were asked for another code. */
export interface Told {
  right: boolean
  decision: Decision | null
}

/**
 * `meet`: somebody has come, and shows a code at the next press; `decide`: it was scanned, and what is to be done is the
 * officer's; `told`: whether that was right.
 */
export type LessonState =
  | { kind: 'off' }
  /** There are no codes, or the program did not answer. */
  | { kind: 'none' }
  | {
      kind: 'running'
      codes: Codes
      at: number
      right: number
      phase: { kind: 'meet' } | { kind: 'decide'; decided: number | null } | ({ kind: 'told' } & Told)
    }
  | { kind: 'done'; right: number; of: number }

export type LessonAction =
  | { kind: 'begun'; lesson: Lesson | null }
  /** `decided`: the last decision of the lane before this, by its entry; null: none that can be seen. */
  | { kind: 'scanned'; decided: number | null }
  | { kind: 'decided'; seq: number; decision: Decision }
  /** Nothing was to be decided, or nothing was: on to the next. */
  | { kind: 'went-on' }
  | { kind: 'left' }

export const noLesson: LessonState = { kind: 'off' }

/** Who stands at the lane in a lesson that runs; null: nobody. */
export const nameNow = (state: LessonState): LessonName | null =>
  state.kind === 'running' ? (state.codes[state.at]?.name ?? null) : null

/** The state after `action`. */
export function reduceLesson(state: LessonState, action: LessonAction): LessonState {
  if (action.kind === 'left') return noLesson
  if (action.kind === 'begun') {
    if (action.lesson?.kind !== 'lesson') return { kind: 'none' }
    return { kind: 'running', codes: action.lesson.codes, at: 0, right: 0, phase: { kind: 'meet' } }
  }
  if (state.kind !== 'running') return state
  const { phase } = state
  switch (action.kind) {
    case 'scanned':
      return phase.kind === 'meet' ? { ...state, phase: { kind: 'decide', decided: action.decided } } : state
    case 'decided':
      return phase.kind === 'decide' && phase.decided !== action.seq ? told(state, action.decision) : state
    case 'went-on':
      if (phase.kind === 'decide') return told(state, null)
      return phase.kind === 'told' ? next(state) : state
  }
}

type Running = Extract<LessonState, { kind: 'running' }>

function told(state: Running, decision: Decision | null): LessonState {
  const name = nameNow(state)
  const right = name !== null && isRight(name, decision)
  return { ...state, right: state.right + Number(right), phase: { kind: 'told', right, decision } }
}

function next(state: Running): LessonState {
  const { codes, at, right } = state
  if (at + 1 === codes.length) return { kind: 'done', right, of: codes.length }
  return { ...state, at: at + 1, phase: { kind: 'meet' } }
}
