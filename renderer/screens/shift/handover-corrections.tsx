/** The crossings that were corrected in a shift: which, how, when, by whom and why. */
import type { ReactNode } from 'react'
import type { CorrectionLine } from '../../../shared/domain/shift/handover-record.ts'
import { reasonWords } from '../../../shared/language/crossing-words.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { formatNumber } from '../../../shared/language/number.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { fullName } from '../../frame/session/officer-name.tsx'
import type { Speak } from '../../i18n/catalogue.ts'
import { useLanguage } from '../../i18n/language.tsx'
import style from './handover-page.module.css'

const columns = ['crossing', 'what', 'at', 'by', 'why'] as const

export function HandoverCorrections({ lines, more }: { lines: readonly CorrectionLine[]; more: boolean }): ReactNode {
  const { locale, speak } = useLanguage()
  return (
    <section data-testid="record-corrections">
      <h3 className={style.subtitle}>{speak('shift.corrections')}</h3>
      {lines.length === 0 ? (
        <p className={style.check}>{speak('shift.noCorrections')}</p>
      ) : (
        <table className={style.lines}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column}>{speak(`shift.correction.column.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.seq}>
                <td>{line.of === null ? '—' : formatNumber(locale, line.of)}</td>
                <td>{speak(`shift.correction.${line.kind}`)}</td>
                <td>{formatInstant(line.at)}</td>
                <td>{line.by ? fullName(line.by) : speak('shift.nobody')}</td>
                <td>{sayWhy(locale, speak, line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more && <p className={style.check}>{speak('shift.correction.more')}</p>}
    </section>
  )
}

function sayWhy(locale: Locale, speak: Speak, { of, why }: CorrectionLine): string {
  if (of === null) return speak('shift.correction.erased')
  if (why === null) return speak('shift.correction.undone')
  return [reasonWords[locale][why.code], ...(why.note === null ? [] : [shownText(why.note)])].join(': ')
}
