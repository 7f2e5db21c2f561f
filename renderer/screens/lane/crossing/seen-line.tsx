/** That this vehicle came through today: on its way back one key takes its people over; twice the same way is a warning. */
import type { ReactNode } from 'react'
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import { formatClock } from '../../../../shared/language/time.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { Key } from '../../../ui/key.tsx'
import { NoticeBar } from '../../../ui/notice-bar.tsx'
import style from './crossing-panel.module.css'

interface SeenLineProps {
  crossing: ShownCrossing
  onReturn: () => void
}

export function SeenLine({ crossing, onReturn }: SeenLineProps): ReactNode {
  const { speak } = useLanguage()
  const { seen } = crossing
  if (!seen) return null
  const clock = seen.later ? `${formatClock(seen.at)} (${speak('records.later')})` : formatClock(seen.at)
  const back = canReturn(crossing) && (
    <Key deed="return" label={speak('key.return')} onPress={onReturn} testId="return" />
  )
  if (seen.again) {
    return (
      <NoticeBar testId="seen" action={back}>
        {speak(`crossing.seenAgain.${seen.decision}`, { clock })}
      </NoticeBar>
    )
  }
  return (
    <div className={style.seen} data-testid="seen">
      <span>
        {seen.decision === 'admitted'
          ? speak(`crossing.seen.${seen.direction}`, { clock, people: seen.people })
          : speak(`crossing.turnedBack.${seen.decision}`, { clock, people: seen.people })}
      </span>
      {back}
    </div>
  )
}

/** Its people have not been taken over yet. The lane may still stand the other way: the key turns it. */
export function canReturn({ seen, travellers }: ShownCrossing): boolean {
  const taken = travellers.some(({ evidence }) => evidence.some(({ kind }) => kind === 'earlier'))
  return seen !== null && !taken
}
