/** The guided lesson's effects: its codes are asked for, scanned as a scanner would, and what the lane decides is heard. */
import { useEffect, useEffectEvent, useReducer } from 'react'
import type { ShownCrossing } from '../../../shared/contract/crossing-schemas.ts'
import { answerOf } from '../../rpc/answer-of.ts'
import type { Link } from '../../rpc/link.ts'
import { noLesson, reduceLesson, type LessonState } from './lesson-state.ts'

export interface LessonRun {
  state: LessonState
  /** One key all the way: begins it, has the next code scanned, goes on, and ends it. Null: not in a real kiosk. */
  press: (() => void) | null
  leave: () => void
}

interface LessonParts {
  link: Link
  practice: boolean
  crossing: ShownCrossing | null
  /** As a scanner's. */
  scan: (text: string) => void
  toLane: () => void
}

export function useLesson({ link, practice, crossing, scan, toLane }: LessonParts): LessonRun {
  const [state, dispatch] = useReducer(reduceLesson, noLesson)
  const undo = crossing?.undo ?? null
  const decided = undo?.seq ?? null
  const tell = useEffectEvent(() => {
    if (undo) dispatch({ kind: 'decided', seq: undo.seq, decision: undo.decision })
  })
  useEffect(() => {
    if (decided !== null) tell()
  }, [decided])

  const begin = async (): Promise<void> => {
    toLane()
    dispatch({ kind: 'begun', lesson: await answerOf(link.call('lesson.read', {})) })
  }
  const meet = async (text: string): Promise<void> => {
    // Whoever was there before has gone: what was scanned of them is nobody's any more.
    if (crossing && !crossing.empty) await answerOf(link.call('crossing.abandon', {}))
    toLane()
    dispatch({ kind: 'scanned', decided })
    scan(text)
  }
  const press = (): void => {
    if (state.kind === 'off') return void begin()
    if (state.kind !== 'running') return dispatch({ kind: 'left' })
    const code = state.codes[state.at]
    if (state.phase.kind === 'meet' && code) void meet(code.text)
    else dispatch({ kind: 'went-on' })
  }
  return { state, press: practice ? press : null, leave: () => dispatch({ kind: 'left' }) }
}
