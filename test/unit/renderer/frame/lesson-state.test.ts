import { describe, expect, it } from 'vitest'
import {
  nameNow,
  noLesson,
  reduceLesson,
  type LessonAction,
  type LessonState,
} from '../../../../renderer/frame/lesson/lesson-state.ts'
import { lessonNames } from '../../../../shared/domain/lesson.ts'

const lesson = { kind: 'lesson' as const, codes: lessonNames.map((name) => ({ name, text: `code of ${name}` })) }
const after = (...actions: LessonAction[]): LessonState => actions.reduce(reduceLesson, noLesson)
const begun: LessonAction = { kind: 'begun', lesson }
const scanned: LessonAction = { kind: 'scanned', decided: 7 }

describe('the guided lesson', () => {
  it('begins with somebody who comes, and says so where there are no codes', () => {
    expect(nameNow(after(begun))).toBe('valid')
    expect(after({ kind: 'begun', lesson: null })).toEqual({ kind: 'none' })
    expect(after({ kind: 'begun', lesson: { kind: 'none' } })).toEqual({ kind: 'none' })
  })

  it('tells whether what was decided in the lane is right', () => {
    const phase = (decision: 'admitted' | 'refused') => after(begun, scanned, { kind: 'decided', seq: 8, decision })
    expect(phase('admitted')).toMatchObject({ right: 1, phase: { kind: 'told', right: true } })
    expect(phase('refused')).toMatchObject({ right: 0, phase: { kind: 'told', right: false } })
  })

  it('hears no decision of before it was scanned, and none twice', () => {
    expect(after(begun, scanned, { kind: 'decided', seq: 7, decision: 'admitted' })).toMatchObject({
      phase: { kind: 'decide' },
    })
    const told = after(begun, scanned, { kind: 'decided', seq: 8, decision: 'admitted' })
    expect(reduceLesson(told, { kind: 'decided', seq: 9, decision: 'refused' })).toEqual(told)
  })

  it('takes asking for another code as right where there is nothing to decide, and only there', () => {
    const through = lessonNames.indexOf('payment')
    const steps = Array.from({ length: through }, (): LessonAction[] => [
      scanned,
      { kind: 'went-on' },
      { kind: 'went-on' },
    ])
    const atPayment = after(begun, ...steps.flat(), scanned)
    expect([nameNow(atPayment), atPayment]).toMatchObject(['payment', { right: 0 }])
    expect(reduceLesson(atPayment, { kind: 'went-on' })).toMatchObject({ right: 1, phase: { right: true } })
    expect(reduceLesson(atPayment, { kind: 'decided', seq: 8, decision: 'refused' })).toMatchObject({ right: 0 })
  })

  it('ends behind the tenth, with how many were right, and at any time when it is left', () => {
    const all = lessonNames.flatMap((): LessonAction[] => [scanned, { kind: 'went-on' }, { kind: 'went-on' }])
    expect(after(begun, ...all)).toEqual({ kind: 'done', right: 2, of: 10 })
    expect(after(begun, scanned, { kind: 'left' })).toEqual(noLesson)
  })
})
