/** The guided lesson in one strip above the lane: who comes, what is to be done, and whether it was right and why. */
import type { ReactNode } from 'react'
import { useLanguage } from '../../i18n/language.tsx'
import { Key } from '../../ui/key.tsx'
import { useFrame } from '../use-frame.ts'
import { nameNow, type LessonState } from './lesson-state.ts'
import style from './lesson.module.css'

export function LessonStrip(): ReactNode {
  const { speak } = useLanguage()
  const { lesson } = useFrame()
  const { state, press, leave } = lesson
  if (state.kind === 'off' || press === null) return null
  const told = state.kind === 'running' && state.phase.kind === 'told' ? state.phase : null
  return (
    <section
      className={style.strip}
      data-testid="lesson"
      data-right={told?.right}
      role="status"
      aria-label={speak('lesson.title')}
    >
      {state.kind === 'running' && (
        <b className={style.count}>{speak('lesson.count', { at: state.at + 1, of: state.codes.length })}</b>
      )}
      <p className={style.said}>
        {told && <b>{speak(told.right ? 'lesson.right' : 'lesson.wrong')} </b>}
        <Sentence state={state} />
      </p>
      <Key deed="lesson" label={speak(pressOf(state))} onPress={press} marked testId="lesson-press" />
      {state.kind === 'running' && (
        <Key deed="lesson.leave" label={speak('lesson.leave')} onPress={leave} testId="lesson-leave" />
      )}
    </section>
  )
}

function Sentence({ state }: { state: LessonState }): ReactNode {
  const { speak } = useLanguage()
  const name = nameNow(state)
  if (state.kind === 'none') return speak('lesson.none')
  if (state.kind === 'done') return speak('lesson.done', { right: state.right, of: state.of })
  if (state.kind !== 'running' || name === null) return null
  switch (state.phase.kind) {
    case 'meet':
      return speak(`lesson.${name}.comes`)
    case 'decide':
      return speak('lesson.decide')
    case 'told':
      return speak(`lesson.${name}.why`)
  }
}

function pressOf(state: LessonState): 'lesson.scan' | 'lesson.another' | 'lesson.next' | 'lesson.end' {
  if (state.kind !== 'running') return 'lesson.end'
  switch (state.phase.kind) {
    case 'meet':
      return 'lesson.scan'
    case 'decide':
      return 'lesson.another'
    case 'told':
      return 'lesson.next'
  }
}
