/** What came of something that the program was asked: a sentence of its own, or that it did not answer. */
import type { ReactNode } from 'react'
import type { Preview } from '../../../shared/contract/set-up.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import style from './set-up.module.css'

/** A sentence in both languages, made where the fault is known. */
export type Sentences = Preview['said']

/** Why something was not done. Null: the program did not answer. */
export interface Refusal {
  said: Sentences | null
}

export function RefusedNotice({ refused }: { refused: Refusal | null }): ReactNode {
  const { locale, speak } = useLanguage()
  if (!refused) return null
  return <NoticeBar testId="set-up-refused">{refused.said?.[locale] ?? speak('setUp.unanswered')}</NoticeBar>
}

/** That something was done. */
export function Done({ children, testId }: { children: ReactNode; testId?: string }): ReactNode {
  return (
    <p className={style.done} role="status" data-decides data-testid={testId}>
      <span aria-hidden="true">✓ </span>
      {children}
    </p>
  )
}
