/** Whom a trace found, by how close they came. */
import type { ReactNode } from 'react'
import { relations, type TraceAnswer, type TraceLine } from '../../../../shared/contract/trace-schemas.ts'
import { decisionWords, directionWords } from '../../../../shared/language/crossing-words.ts'
import { sayPlates } from '../../../../shared/language/plate-words.ts'
import { shownText } from '../../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../../shared/language/time.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { sayDate } from '../../../i18n/said-date.ts'
import looks from '../../../ui/looks.module.css'
import room from '../../../ui/room.module.css'
import style from '../records.module.css'

const titles = ['time', 'direction', 'plate', 'decision', 'name', 'birthDate', 'number', 'apart'] as const

export function TraceTable({ answer, onOpen }: { answer: TraceAnswer; onOpen: (seq: number) => void }): ReactNode {
  const { speak } = useLanguage()
  const { lines, more } = answer
  if (lines.length === 0) return <p className={room.sentence}>{speak('trace.none')}</p>
  return (
    <>
      {more && <p className={looks.fault}>{speak('trace.more', { lines: lines.length })}</p>}
      <div className={looks.scroll}>
        <table className={room.table} data-testid="traced">
          <thead>
            <tr>
              {titles.map((title) => (
                <th key={title}>{speak(`trace.${title}`)}</th>
              ))}
            </tr>
          </thead>
          {relations.map((relation) => {
            const related = lines.filter((line) => line.relation === relation)
            return related.length === 0 ? null : (
              <tbody key={relation} data-relation={relation}>
                <tr>
                  <th colSpan={titles.length} className={style.relation}>
                    {speak(`trace.relation.${relation}`)} ({related.length})
                  </th>
                </tr>
                {related.map((line, index) => (
                  // A person met twice has two lines, and both may say the same.
                  <TraceRow key={index} line={line} onOpen={() => onOpen(line.crossing)} />
                ))}
              </tbody>
            )
          })}
        </table>
      </div>
    </>
  )
}

function TraceRow({ line, onOpen }: { line: TraceLine; onOpen: () => void }): ReactNode {
  const { locale, speak } = useLanguage()
  const { relation, at, enteredAt, direction, decision, name, birthDate, numbers, minutesApart } = line
  // A vehicle that is traced has a line of its own, without anybody's name.
  const unnamed = relation === 'subject' ? '–' : speak('records.unnamed')
  return (
    <tr>
      <td>
        <button type="button" className={style.at} onClick={onOpen}>
          {formatInstant(at)}
        </button>
        {enteredAt !== null && <b> {speak('records.later')}</b>}
      </td>
      <td>{directionWords[locale][direction]}</td>
      <td className={style.plate}>{sayPlates(locale, line)}</td>
      <td>{decisionWords[locale][decision]}</td>
      <td className={style.name}>{name === null ? unnamed : shownText(name)}</td>
      <td>{birthDate ? sayDate(birthDate) : '–'}</td>
      <td>{numbers.map((number) => shownText(number)).join(', ') || '–'}</td>
      <td className={style.figure}>{speak('trace.minutesApart', { minutes: Math.round(minutesApart) })}</td>
    </tr>
  )
}
