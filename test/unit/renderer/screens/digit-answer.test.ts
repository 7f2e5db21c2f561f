import { describe, expect, it } from 'vitest'
import {
  answersAfter,
  noAnswer,
  strikeDigit,
  typeOn,
  typingGoesOn,
  waitBehind,
} from '../../../../renderer/screens/lane/decision/digit-answer.ts'

describe('a figure at a question about the decision', () => {
  it('answers once nothing has followed it, for as long as a hand takes to the next key of a plate', () => {
    expect(strikeDigit(noAnswer, '2', 0)).toEqual({ state: { ...noAnswer, chosen: '2' }, typed: null })
    expect(waitBehind('2')).toBe(answersAfter)
  })

  it('is the beginning of a plate where another figure or a letter follows it, and answers nothing then', () => {
    const { state } = strikeDigit(noAnswer, '2', 0)
    expect(strikeDigit(state, '1', 180)).toEqual({ state: noAnswer, typed: '21' })
    expect(typeOn(state, '9')).toEqual({ state: noAnswer, typed: '29' })
  })

  it('asks for words at once on 0, with which no plate begins', () => {
    expect(waitBehind('0')).toBe(0)
  })

  it('is no answer while text that nothing took is still being typed, and is one again after that', () => {
    const refused = { ...noAnswer, refusedAt: 1_000 }
    expect(strikeDigit(refused, '5', 1_000 + typingGoesOn - 1)).toEqual({ state: refused, typed: '5' })
    expect(strikeDigit(refused, '5', 1_000 + typingGoesOn).state.chosen).toBe('5')
  })
})
