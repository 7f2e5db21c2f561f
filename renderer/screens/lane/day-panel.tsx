/** The day so far: how many scans of each outcome, and the last ten, one line each, newest first. */
import type { ReactNode } from 'react'
import type { Day, ScanLine } from '../../../shared/contract/schemas.ts'
import { outcomes } from '../../../shared/domain/verdict.ts'
import { outcomeWords, say } from '../../../shared/language/say.ts'
import { formatClock } from '../../../shared/language/time.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { OutcomeShape } from '../../ui/outcome-shape.tsx'
import style from './day-panel.module.css'

export function DayPanel({ day }: { day: Day | null }): ReactNode {
  const { locale, speak } = useLanguage()
  const count = (value: number): string => say(locale, '{value, number}', { value })
  return (
    <section className={style.day} aria-label={speak('day.title')}>
      <div className={style.counts}>
        <p className={style.total}>
          {speak('day.title')}: <b data-testid="day-total">{count(day?.total ?? 0)}</b> {speak('day.total')}
        </p>
        {outcomes.map((outcome) => (
          <p key={outcome} className={style.count} data-outcome={outcome} title={outcomeWords[locale][outcome]}>
            <OutcomeShape outcome={outcome} className={style.shape} />
            <b>{count(day?.byOutcome[outcome] ?? 0)}</b>
          </p>
        ))}
      </div>
      <h2 className={style.title}>{speak('last.title')}</h2>
      {day?.last.length === 0 && <p className={style.none}>{speak('last.none')}</p>}
      <ol className={style.last} data-testid="last-scans">
        {day?.last.map((line) => (
          <LastScan key={line.seq} line={line} />
        ))}
      </ol>
    </section>
  )
}

function LastScan({ line: { seq, at, outcome, holder } }: { line: ScanLine }): ReactNode {
  const { locale } = useLanguage()
  const word = outcomeWords[locale][outcome]
  return (
    <li className={style.line} data-outcome={outcome} data-seq={seq}>
      <time>{formatClock(at)}</time>
      <OutcomeShape outcome={outcome} className={style.shape} />
      <span className={style.holder} title={holder ?? word}>
        {holder ?? word}
      </span>
    </li>
  )
}
