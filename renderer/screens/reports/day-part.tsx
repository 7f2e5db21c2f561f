/** Whether the day is closed, with which version, and what is different since. */
import type { ReactNode } from 'react'
import type { Totalled } from '../../../shared/contract/reporting.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { differencesOf, figuresOf, groupWords, type Difference } from '../../../shared/language/report-figures.ts'
import { say } from '../../../shared/language/say.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { useLanguage } from '../../i18n/language.tsx'
import room from '../../ui/room.module.css'
import style from './reports.module.css'

/** What is different by now from the last version of the day; none where it was never closed. */
export function differencesNow({ totals, beside, day }: Totalled, locale: Locale): readonly Difference[] {
  const last = day?.versions.at(-1)
  if (!last) return []
  return differencesOf(figuresOf(locale, last.totals, last.beside), figuresOf(locale, totals, beside))
}

export function DayPart({ totalled }: { totalled: Totalled }): ReactNode {
  const { locale, speak } = useLanguage()
  const { day } = totalled
  if (!day) return null
  const last = day.versions.at(-1)
  if (!last)
    return (
      <p className={room.sentence} data-testid="day-open">
        {speak(day.over ? 'reports.day.open' : 'reports.day.running')}
      </p>
    )
  const differences = differencesNow(totalled, locale)
  const { version, at, officer } = last
  return (
    <section className={style.day} data-testid="day-closed" data-version={version}>
      <p className={differences.length > 0 ? room.warning : room.sentence}>
        {speak('reports.day.closed', { version, at: formatInstant(at), officer: officer ?? '–', seq: last.seq })}{' '}
        {speak(differences.length > 0 ? 'reports.day.changed' : 'reports.day.same', {
          figures: differences.length,
          next: version + 1,
        })}
      </p>
      {differences.length > 0 && (
        <table className={style.figures} data-testid="day-differences">
          <caption>{speak('reports.day.differences', { version })}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{speak('reports.day.was')}</th>
              <th scope="col">{speak('reports.day.is')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((each) => (
              <tr key={each.key}>
                <th scope="row">
                  {groupWords[locale][each.group]}: {each.label}
                </th>
                <td>{written(locale, each.was)}</td>
                <td>{written(locale, each.is)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Crossings and people of one figure, as far as it counts them. */
function written(locale: Locale, counted: Difference['was']): string {
  if (counted === null) return '–'
  return [counted.crossings, counted.people]
    .filter((value) => value !== null)
    .map((value) => say(locale, '{value, number}', { value }))
    .join(' / ')
}
