/** What came of something that the program was asked: a sentence of its own, or that it did not answer. */
import type { ReactNode } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Sentences } from '../../../shared/language/locale.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import style from './set-up.module.css'

/** The program's own word that something was not done. */
export type RefusedAnswer = Extract<Output<'setUp.finish'>, { ok: false }>

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
