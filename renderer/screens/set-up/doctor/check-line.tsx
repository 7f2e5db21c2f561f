/** One thing that was looked at: its shape and word, what it is, what was seen and what to do. */
import type { ReactNode } from 'react'
import type { Check } from '../../../../shared/contract/set-up.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import style from './check-line.module.css'

/** A tick, a point, a cross: told apart without colour, and in none of the outcomes' four. */
const signs: Record<Check['state'], string> = { good: '✓', look: '!', bad: '✕' }

interface CheckLineProps {
  what: Check['what'] | 'scanner'
  state: Check['state']
  /** The state's word, where it is another. */
  word?: string
  children: ReactNode
}

export function CheckLine({ what, state, word, children }: CheckLineProps): ReactNode {
  const { speak } = useLanguage()
  return (
    <li className={style.line} data-check={what} data-state={state}>
      <span className={style.sign} aria-hidden="true">
        {signs[state]}
      </span>
      <b className={style.word}>{word ?? speak(`setUp.check.${state}`)}</b>
      <b className={style.what}>{speak(`setUp.what.${what}`)}</b>
      <span className={style.said}>{children}</span>
    </li>
  )
}
