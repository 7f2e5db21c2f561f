/**
 * What waits for whoever has signed in: the shift before theirs, to be taken over, and orders that changed. It stands in a bar
 * above the room until one key says that they know; the lane works meanwhile.
 */
import type { ReactNode } from 'react'
import { sayOrderChange } from '../../../shared/language/order-words.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { Key } from '../../ui/key.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import style from '../frame.module.css'
import { sayShiftBefore } from './shift-before.ts'
import { useDuty } from './use-duty.ts'

export function DutyNotice(): ReactNode {
  const { locale, speak } = useLanguage()
  const { duty, failed, take } = useDuty()
  if (!duty?.takesOver && !duty?.orders) return null
  const { takesOver, orders } = duty
  const sentences = [
    ...(takesOver ? [sayShiftBefore(speak, takesOver)] : []),
    ...(orders
      ? [
          speak('duty.orders', {
            changedAt: orders.at,
            changes: orders.changes.map((change) => sayOrderChange(locale, change)).join('; '),
          }),
        ]
      : []),
    ...(failed ? [speak('duty.failed')] : []),
  ]
  return (
    <NoticeBar
      testId="duty"
      action={
        <Key deed="duty.take" label={speak(takesOver ? 'duty.take' : 'duty.know')} onPress={take} testId="duty-take" />
      }
    >
      {sentences.map((sentence) => (
        <span key={sentence} className={style.sentence}>
          {sentence}
        </span>
      ))}
    </NoticeBar>
  )
}
