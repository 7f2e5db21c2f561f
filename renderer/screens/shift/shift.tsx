/** The shift: closed by two presses with its counts between them, and the records of those that were, to be printed and signed. */
import type { ReactNode } from 'react'
import { useFrame, useHold } from '../../frame/use-frame.ts'
import { fullName } from '../../frame/session/officer-name.tsx'
import type { Speak } from '../../i18n/catalogue.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useKey } from '../../keys/keyboard.tsx'
import { Key } from '../../ui/key.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import looks from '../../ui/looks.module.css'
import room from '../../ui/room.module.css'
import { AbsenceForm } from './absence-form.tsx'
import { ClosedShifts } from './closed-shifts.tsx'
import { HandoverPage } from './handover-page.tsx'
import { sayCounts } from './shift-counts.ts'
import { isWaiting, type ShiftState } from './shift-state.ts'
import { useShift, type Shift } from './use-shift.ts'
import style from './shift.module.css'

export function ShiftScreen(): ReactNode {
  const { speak } = useLanguage()
  const shift = useShift()
  const { state, dispatch, leave } = shift
  const { step, record, absence, failure, trouble } = state
  useHold(step !== 'idle' || absence)
  const leaves = step === 'counting' || step === 'asked' || absence
  useKey(
    'leave',
    leaves ? () => dispatch({ kind: 'left' }) : record ? () => dispatch({ kind: 'shown', record: null }) : null,
  )
  return (
    <main className={room.room} data-testid="shift-screen">
      <ShiftKeys shift={shift} />
      <p className={step !== 'idle' || record ? room.warning : room.sentence} role="status" data-testid="shift-said">
        {sayShift(speak, state)}
      </p>
      {failure && <NoticeBar testId="shift-failed">{speak(`shift.failure.${failure}`)}</NoticeBar>}
      {trouble && <NoticeBar testId="shift-trouble">{speak(`shift.${trouble}`)}</NoticeBar>}
      {absence && <AbsenceForm onSay={leave} />}
      <Below shift={shift} />
    </main>
  )
}

/** What is done now: the counts are compared, a record is read, or one is chosen. */
function Below({ shift: { state, dispatch, headCode, show, older } }: { shift: Shift }): ReactNode {
  const { locale, speak } = useLanguage()
  const { kiosk, place } = useFrame()
  const { step, standing, record, list, more, chosen } = state
  if (step === 'asked' || step === 'closing')
    return (
      standing && (
        <dl className={style.counts} data-testid="shift-counts">
          {sayCounts(locale, speak, standing.totals).map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )
    )
  if (record)
    return (
      // Another room may print something of its own.
      kiosk.kiosk &&
      place.room === 'shift' && (
        <div className={looks.scroll} tabIndex={0} role="region" aria-label={speak('shift.title')}>
          <HandoverPage record={record} headCode={headCode} kiosk={kiosk.kiosk} />
        </div>
      )
    )
  return (
    <ClosedShifts
      shifts={list}
      more={more}
      chosen={chosen}
      onShow={(index) => {
        dispatch({ kind: 'chosen', index })
        const seq = list[index]?.seq
        if (seq !== undefined) show(seq)
      }}
      onOlder={older}
    />
  )
}

function ShiftKeys({ shift: { state, dispatch, open, show } }: { shift: Shift }): ReactNode {
  const { speak } = useLanguage()
  const { step, standing, record, list, chosen } = state
  const listed = step === 'idle' && record === null
  const seq = list[chosen]?.seq
  useKey('shift.up', listed ? () => dispatch({ kind: 'moved', step: -1 }) : null)
  useKey('shift.down', listed ? () => dispatch({ kind: 'moved', step: 1 }) : null)
  return (
    <div className={room.keys}>
      <Key
        deed="shift.close"
        label={speak(step === 'asked' ? 'shift.again' : 'shift.close')}
        onPress={() => dispatch({ kind: 'pressed' })}
        marked={step === 'asked'}
        testId="shift-close"
      />
      {listed && standing && standing.opened === null && (
        <Key deed="shift.open" label={speak('shift.open')} onPress={open} testId="shift-open" />
      )}
      {step === 'idle' && record && (
        <Key deed="shift.print" label={speak('shift.print')} onPress={() => window.print()} testId="shift-print" />
      )}
      {listed && seq !== undefined && (
        <Key deed="shift.print" label={speak('shift.see')} onPress={() => show(seq)} testId="shift-see" />
      )}
      {step === 'idle' && isWaiting(state) && (
        <Key
          deed="shift.absent"
          label={speak('shift.absent')}
          onPress={() => dispatch({ kind: 'absence-begun' })}
          pressed={state.absence}
          testId="shift-absent"
        />
      )}
    </div>
  )
}

/** What is to be known, or done, now. */
function sayShift(speak: Speak, state: ShiftState): string {
  const { step, standing, record } = state
  if (step === 'asked' || step === 'closing') return speak(`shift.${step}`)
  if (step === 'counting' || standing === null) return speak('shift.reading')
  if (record) return isWaiting(state) ? speak('shift.printWaiting') : speak('shift.printTaken', { closedAt: record.to })
  const { opened } = standing
  if (!opened) return speak('shift.notOpened')
  return opened.by
    ? speak('shift.isOpen', { openedAt: opened.at, who: fullName(opened.by) })
    : speak('shift.isOpenByNobody', { openedAt: opened.at })
}
