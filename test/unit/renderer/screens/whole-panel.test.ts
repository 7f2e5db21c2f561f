/** The sentence under a crossing's word, which asks for a decision only where one can be recorded. */
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { WholePanel } from '../../../../renderer/screens/lane/verdict/whole-panel.tsx'
import { aFrame, drawnIn } from '../frame/a-frame.ts'
import { aCrossing } from './scan-answer.ts'

const drawn = (dead: boolean, locale: 'vi' | 'en' = 'vi'): string => {
  const props = {
    crossing: aCrossing({ people: 1 }),
    detailsOpen: false,
    dead,
    foot: null,
    asking: false,
    children: null,
  }
  return drawnIn(aFrame(), createElement(WholePanel, props), locale)
}

test('says to admit whom the kiosk accepts, while that can be recorded', () => {
  expect(drawn(false)).toContain('cho qua')
  expect(drawn(false, 'en')).toContain('admit')
})

test('asks for nothing where this window records nothing, and points to the bar', () => {
  expect(drawn(true)).not.toContain('cho qua')
  expect(drawn(true)).toContain('làm theo dòng báo ở trên')
  expect(drawn(true, 'en')).toContain('do what the bar above says')
})
