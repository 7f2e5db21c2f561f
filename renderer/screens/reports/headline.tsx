/** The numbers that are seen from afar: how many, which way, and what was decided. */
import type { ReactNode } from 'react'
import { decisions, directions } from '../../../shared/domain/crossing/crossing.ts'
import type { Count, OutlineTotals } from '../../../shared/domain/report/totals.ts'
import { decisionWords, directionWords } from '../../../shared/language/crossing-words.ts'
import { formatNumber } from '../../../shared/language/number.ts'
import { useLanguage } from '../../i18n/language.tsx'
import style from './reports.module.css'

export function Headline({ outline }: { outline: OutlineTotals }): ReactNode {
  const { locale, speak } = useLanguage()
  const { all, byDirection, byDecision } = outline
  return (
    <dl className={style.headline} data-testid="report-headline">
      <Large label={speak('reports.all')} count={all} large />
      {directions.map((each) => (
        <Large key={each} label={directionWords[locale][each]} count={byDirection[each]} large />
      ))}
      {decisions.map((each) => (
        <Large key={each} label={decisionWords[locale][each]} count={byDecision[each]} />
      ))}
    </dl>
  )
}

function Large({ label, count, large = false }: { label: string; count: Count; large?: boolean }): ReactNode {
  const { locale, speak } = useLanguage()
  return (
    <div className={large ? style.large : style.lesser}>
      <dt>{label}</dt>
      <dd>
        <b>{formatNumber(locale, count.crossings)}</b> <span>{speak('reports.people', { people: count.people })}</span>
      </dd>
    </div>
  )
}
