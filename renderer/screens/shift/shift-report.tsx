/** The report of a shift, as it is printed: one page of A4, black on white, with room for two signatures. */
import type { ReactNode } from 'react'
import type { QrMatrix } from '../../../shared/barcode/dark-path.ts'
import type { ShiftReport } from '../../../shared/contract/crossing-schemas.ts'
import type { Kiosk } from '../../../shared/contract/schemas.ts'
import { decisions, directions } from '../../../shared/domain/crossing/crossing.ts'
import { decisionWords, directionWords } from '../../../shared/language/crossing-words.ts'
import { say } from '../../../shared/language/say.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import style from './shift-report.module.css'

interface ShiftReportPageProps {
  report: ShiftReport
  /** The signed head, drawn; null where it is not. */
  headCode: QrMatrix | null
  /** Whose it is, and whether it is practice. */
  kiosk: Kiosk
}

export function ShiftReportPage({ report, headCode, kiosk: { checkpoint, mode } }: ShiftReportPageProps): ReactNode {
  const { locale, speak } = useLanguage()
  const { kiosk, from, to, seq, scans, crossings, enteredLater, amended, voided, head } = report
  const count = (value: number): string => say(locale, '{value, number}', { value })
  const rows: (readonly [string, string])[] = [
    [speak('shift.checkpoint'), `${shownText(checkpoint.name)} · ${speak('header.lane', { lane: checkpoint.lane })}`],
    [speak('shift.kiosk'), shownText(kiosk)],
    [speak('shift.from'), from === null ? speak('shift.fromBeginning') : formatInstant(from)],
    [speak('shift.to'), formatInstant(to)],
    [speak('shift.scans'), count(scans)],
    [
      speak('shift.crossings'),
      speak('shift.crossingsPeople', { crossings: crossings.total, people: crossings.people }),
    ],
    ...directions.map((way) => [directionWords[locale][way], count(crossings.byDirection[way])] as const),
    ...decisions.map((each) => [decisionWords[locale][each], count(crossings.byDecision[each])] as const),
    ...(enteredLater > 0 ? [[speak('shift.enteredLater'), count(enteredLater)] as const] : []),
    [speak('shift.amended'), count(amended)],
    [speak('shift.voided'), count(voided)],
    [speak('shift.entry'), count(seq)],
  ]
  return (
    <article className={style.report} data-testid="shift-report" data-seq={seq}>
      {mode === 'practice' && <p className={style.practice}>{speak('header.practice')}</p>}
      <h2 className={style.title}>{speak('shift.title')}</h2>
      <table className={style.rows}>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th>{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className={style.subtitle}>{speak('shift.head')}</h3>
      {head === null ? (
        <p className={style.check}>{speak('shift.noHead')}</p>
      ) : (
        <div className={style.head}>
          {headCode && <QrCode matrix={headCode} label={speak('shift.head')} testId="shift-code" />}
          <div>
            <p className={style.headText} data-testid="shift-head">
              {head}
            </p>
            <p className={style.check}>{speak('shift.check')}</p>
            <p className={style.command}>chot journal verify --head …</p>
          </div>
        </div>
      )}
      <div className={style.signatures}>
        <p>
          <b>{speak('shift.handsOver')}</b>
          <br />
          {speak('shift.sign')}
        </p>
        <p>
          <b>{speak('shift.takesOver')}</b>
          <br />
          {speak('shift.sign')}
        </p>
      </div>
    </article>
  )
}
