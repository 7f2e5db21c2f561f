/** Why something was not done, and what to do. */
import type { ReactNode } from 'react'
import { NoticeBar } from '../../renderer/ui/notice-bar.tsx'
import type { NotDone } from './api/ask.ts'
import { refusalWord } from './api/hub-context.ts'
import { useLanguage } from './language.tsx'

/** @param asOf what is shown all the same is from then; null: nothing is */
export function Refused({ why, asOf = null }: { why: NotDone; asOf?: number | null }): ReactNode {
  const { speak } = useLanguage()
  return (
    <NoticeBar testId="refused">
      {speak(refusalWord(why), { seconds: why.seconds })}
      {asOf !== null && ` ${speak('page.old', { asOfAt: asOf })}`}
    </NoticeBar>
  )
}
