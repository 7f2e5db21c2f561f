/** Every figure of the report in tables, one of what belongs together; what the drawing shows is among them. */
import type { ReactNode } from 'react'
import type { Totalled } from '../../../shared/contract/reporting.ts'
import type { KnownOfficer } from '../../../shared/domain/report/officer-named.ts'
import { figureGroups, figuresOf, groupWords, notOfPart, type Figure } from '../../../shared/language/report-figures.ts'
import { formatNumber } from '../../../shared/language/number.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { useLanguage } from '../../i18n/language.tsx'
import room from '../../ui/room.module.css'
import style from './reports.module.css'

interface FigureTablesProps {
  totalled: Totalled
  /** Whose rank and name stand beside their number. */
  officers: readonly KnownOfficer[]
}

export function FigureTables({ totalled, officers }: FigureTablesProps): ReactNode {
  const { locale, speak } = useLanguage()
  const { at, totals, beside } = totalled
  const figures = figuresOf(locale, totals, beside, officers)
  return (
    <>
      <p className={room.sentence} data-testid="report-handling">
        {totals.handling ? speak('reports.handling', { ...totals.handling }) : speak('reports.unmeasured')}
      </p>
      {figureGroups.map((group) => {
        const rows = figures.filter((figure) => figure.group === group)
        return rows.length === 0 ? null : (
          <table key={group} className={style.figures} data-group={group}>
            <caption>{groupWords[locale][group]}</caption>
            <thead>
              <tr>
                <td />
                <th scope="col">{speak('reports.crossings')}</th>
                <th scope="col">{speak('reports.peopleColumn')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((figure) => (
                <FigureRow key={figure.key} figure={figure} />
              ))}
            </tbody>
          </table>
        )
      })}
      <p className={room.sentence}>{speak('reports.asOf', { at: formatInstant(at), seq: totalled.through })}</p>
    </>
  )
}

function FigureRow({ figure: { key, label, crossings, people } }: { figure: Figure }): ReactNode {
  const { locale } = useLanguage()
  const written = (value: number | null): string => (value === null ? '' : formatNumber(locale, value))
  return (
    <tr data-figure={key}>
      <th scope="row">{label}</th>
      {crossings === null && people === null ? (
        <td colSpan={2}>{notOfPart[locale]}</td>
      ) : (
        <>
          <td>{written(crossings)}</td>
          <td>{written(people)}</td>
        </>
      )}
    </tr>
  )
}
