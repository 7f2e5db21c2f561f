/** The shift: closed by two presses, and its report, to be printed and signed by both officers. */
import type { ReactNode } from 'react'
import type { Kiosk } from '../../../shared/contract/schemas.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { Key } from '../../ui/key.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import { ShiftReportPage } from './shift-report.tsx'
import type { Shift } from './use-shift.ts'
import style from './records.module.css'

interface ShiftPartProps {
  shift: Shift
  checkpoint: Kiosk['checkpoint']
}

export function ShiftPart({ shift: { state, headCode, press, reopen }, checkpoint }: ShiftPartProps): ReactNode {
  const { speak } = useLanguage()
  const { step, report, reopened, last, failure } = state
  return (
    <section className={style.part}>
      <div className={style.traceKeys}>
        <Key
          name="F4"
          label={speak(step === 'asked' ? 'shift.again' : 'shift.close')}
          onPress={press}
          marked={step === 'asked'}
          testId="shift-close"
        />
        {report && <Key name="F8" label={speak('shift.print')} onPress={() => window.print()} testId="shift-print" />}
        {last && !report && <Key name="F8" label={speak('shift.last')} onPress={reopen} testId="shift-last" />}
        <p className={step === 'asked' || report ? style.warning : style.sentence} role="status">
          {report && step === 'idle'
            ? speak(reopened ? 'shift.reopened' : 'shift.printNow', { at: formatInstant(report.to) })
            : speak(`shift.${step}`)}
        </p>
      </div>
      {failure && <NoticeBar testId="shift-failed">{speak(`shift.failure.${failure}`)}</NoticeBar>}
      {report && (
        <div className={style.scroll}>
          <ShiftReportPage report={report} headCode={headCode} checkpoint={checkpoint} />
        </div>
      )}
    </section>
  )
}
