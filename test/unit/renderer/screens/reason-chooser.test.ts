/** What is asked where a decision departs from what the screen asks for. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ReasonChooser } from '../../../../renderer/screens/lane/decision/reason-chooser.tsx'
import type { Decision } from '../../../../shared/domain/crossing/crossing.ts'
import { aCrossing } from './scan-answer.ts'

const nothing = (): void => undefined

/** The question that a decision is met with, in a crossing where these are asked for. */
function asked(decision: Decision, expected: Decision[]): string {
  const crossing = { ...aCrossing(), expected }
  const form = { kind: 'reason', decision, words: false, only: false } as const
  const deaf = { struck: null, onType: nothing, onDigit: nothing, onWords: nothing, onLeave: nothing }
  return renderToStaticMarkup(createElement(ReasonChooser, { form, crossing, note: '', ...deaf }))
}

it('names the verdict that somebody is let pass against', () => {
  expect(asked('admitted', ['referred'])).toContain('Cho qua, dù ')
})

it('names what is asked for instead, where nobody is let pass either way', () => {
  expect(asked('refused', ['referred'])).toContain('Từ chối; ở đây đề nghị: Chuyển y tế. Lý do?')
  expect(asked('refused', ['admitted'])).toContain('Từ chối, dù ')
})
