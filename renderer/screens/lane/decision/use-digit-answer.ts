/** Figures at a question about the decision, as they are struck: see `digit-answer.ts` for when one of them answers. */
import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useFrame } from '../../../frame/use-frame.ts'
import type { Digit } from './deciding.ts'
import { noAnswer, strikeDigit, typeOn, waitBehind, type DigitAnswer, type DigitStep } from './digit-answer.ts'

/** A clock that calls later than this was held up, and keys may be waiting behind it: they get their turn first. */
const punctual = 50

export interface DigitAnswers {
  /** The figure that answers unless something is typed on its heels. */
  chosen: Digit | null
  /** A figure was struck at the keyboard. */
  strike: (digit: Digit) => void
  /** Text was typed while the question is open. */
  type: (text: string) => void
  /** Gives up a figure that has not answered yet. @returns whether there was one */
  forget: () => boolean
}

type Timer = ReturnType<typeof setTimeout>

/** Acts after so many milliseconds, once no key can be waiting any more. @param keep told of each timer that runs for it */
function whenQuiet(milliseconds: number, act: () => void, keep: (timer: Timer) => void): void {
  const due = performance.now() + milliseconds
  keep(setTimeout(() => (performance.now() > due + punctual ? whenQuiet(0, act, keep) : act()), milliseconds))
}

interface DigitAnswersParts {
  /** What is open: with another question, a figure that has not answered yet is given up. */
  question: unknown
  onAnswer: (digit: Digit) => Promise<void>
  /** Text that is no answer. @returns whether anything took it */
  onText: (text: string) => boolean
}

export function useDigitAnswers({ question, onAnswer, onText }: DigitAnswersParts): DigitAnswers {
  const { beforeScan } = useFrame()
  const state = useRef<DigitAnswer>(noAnswer)
  const timer = useRef<Timer>(undefined)
  const [chosen, setChosen] = useState<Digit | null>(null)

  const set = (next: DigitAnswer): void => {
    clearTimeout(timer.current)
    state.current = next
    setChosen(next.chosen)
  }
  const answer = async (): Promise<void> => {
    const digit = state.current.chosen
    if (digit === null) return
    set({ ...state.current, chosen: null })
    await onAnswer(digit)
  }
  const answerNow = useEffectEvent(answer)
  const take = ({ state: next, typed }: DigitStep): void => {
    set(next)
    if (typed !== null && !onText(typed)) set({ ...next, refusedAt: performance.now() })
    if (next.chosen === null) return
    const behind = waitBehind(next.chosen)
    if (behind === 0) void answer()
    else
      whenQuiet(
        behind,
        () => void answerNow(),
        (running) => (timer.current = running),
      )
  }
  const forget = (): boolean => {
    const waited = state.current.chosen !== null
    set({ ...state.current, chosen: null })
    return waited
  }
  const forgetNow = useEffectEvent(forget)
  const asked = useRef(question)
  // Before the question can be seen: behind that, on a busy machine, the figure that answers it may be given up with it.
  useLayoutEffect(() => {
    if (asked.current !== question) forgetNow()
    asked.current = question
  }, [question])
  // A room that is hidden answers nothing.
  useLayoutEffect(() => () => void forgetNow(), [])
  // Whoever is scanned next is not of the crossing that was just answered for.
  useLayoutEffect(() => beforeScan(() => answerNow()), [beforeScan])

  return {
    chosen,
    strike: (digit) => take(strikeDigit(state.current, digit, performance.now())),
    type: (text) => take(typeOn(state.current, text)),
    forget,
  }
}
