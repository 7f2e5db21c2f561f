/** The scans of the day so far, and how many there were of each outcome, in one line. */
import type { ReactNode } from 'react'
import type { Day } from '../../../shared/contract/schemas.ts'
import { outcomes } from '../../../shared/domain/finding/verdict.ts'
import { outcomeWords, say } from '../../../shared/language/say.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { OutcomeShape } from '../../ui/outcome-shape.tsx'
import style from './day-counts.module.css'

export function DayCounts({ day }: { day: Day | null }): ReactNode {
  const { locale, speak } = useLanguage()
  const count = (value: number): string => say(locale, '{value, number}', { value })
  return (
    <section className={style.counts} aria-label={speak('day.title')}>
      <span>
        {speak('day.title')}: <b data-testid="day-total">{count(day?.total ?? 0)}</b> {speak('day.total')}
      </span>
      {outcomes.map((outcome) => (
        <span key={outcome} className={style.count} data-outcome={outcome} title={outcomeWords[locale][outcome]}>
          <OutcomeShape outcome={outcome} className={style.shape} />
          <b>{count(day?.byOutcome[outcome] ?? 0)}</b>
        </span>
      ))}
    </section>
  )
}
