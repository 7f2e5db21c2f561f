/** The shift: closed by two presses, and its report, to be printed and signed by both officers. */
import type { ReactNode } from 'react'
import { formatInstant } from '../../../shared/language/time.ts'
import { useFrame, useHold } from '../../frame/use-frame.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { Key } from '../../ui/key.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import looks from '../../ui/looks.module.css'
import room from '../../ui/room.module.css'
import { ShiftReportPage } from './shift-report.tsx'
import { useShift } from './use-shift.ts'

export function ShiftScreen(): ReactNode {
  const { speak } = useLanguage()
  const { kiosk } = useFrame().kiosk
  const { state, headCode, press, reopen } = useShift()
  const { step, report, reopened, last, failure } = state
  useHold(step !== 'idle')
  return (
    <main className={room.room} data-testid="shift-screen">
      <div className={room.keys}>
        <Key
          deed="shift.close"
          label={speak(step === 'asked' ? 'shift.again' : 'shift.close')}
          onPress={press}
          marked={step === 'asked'}
          testId="shift-close"
        />
        {report && (
          <Key deed="shift.print" label={speak('shift.print')} onPress={() => window.print()} testId="shift-print" />
        )}
        {last && !report && <Key deed="shift.print" label={speak('shift.last')} onPress={reopen} testId="shift-last" />}
        <p className={step === 'asked' || report ? room.warning : room.sentence} role="status">
          {report && step === 'idle'
            ? speak(reopened ? 'shift.reopened' : 'shift.printNow', { at: formatInstant(report.to) })
            : speak(`shift.${step}`)}
        </p>
      </div>
      {failure && <NoticeBar testId="shift-failed">{speak(`shift.failure.${failure}`)}</NoticeBar>}
      {report && kiosk && (
        <div className={looks.scroll} tabIndex={0} role="region" aria-label={speak('shift.title')}>
          <ShiftReportPage report={report} headCode={headCode} kiosk={kiosk} />
        </div>
      )}
    </main>
  )
}
