/** The lane at work: code, verdict, keys, and the crossing being built. Everything has its place and keeps it. */
import { useRef, type ReactNode } from 'react'
import { whyUnwritten } from '../../frame/scans/scan-state.ts'
import { useFrame } from '../../frame/use-frame.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useKey, useTypingField } from '../../keys/keyboard.tsx'
import { CameraPanel } from './camera-panel.tsx'
import { CrossingPanel } from './crossing/crossing-panel.tsx'
import { DayCounts } from './day-counts.tsx'
import { countForm } from './forms/form.ts'
import { markedKeys, type Digit } from './decision/deciding.ts'
import { DecisionKeys } from './decision/decision-keys.tsx'
import {
  abandon,
  beginNext,
  bringBack,
  confirmPerson,
  answerQuestion,
  openForm,
  partPerson,
  stepRow,
  toggleOnFoot,
  turnWay,
  typeAtQuestion,
  typePlate,
} from './desk-acts.ts'
import { openPaper } from './forms/entering.ts'
import { decidedWantsRoom } from './decision/decided-above.tsx'
import { wantsRoom } from './verdict/instruction.ts'
import { LastCrossings } from './last-crossings.tsx'
import { ReasonChooser } from './decision/reason-chooser.tsx'
import { AboveChooser } from './decision/above-chooser.tsx'
import { useDigitAnswers, type DigitAnswers } from './decision/use-digit-answer.ts'
import { useLane, type Lane } from './use-lane.ts'
import { VerdictPanel } from './verdict/verdict-panel.tsx'
import style from './lane.module.css'

/**
 * No plate has these characters, and none is so long that Home is wanted in it: behind a plate these keys leave its field,
 * and count heads, turn the way or go on to the next person, as is drawn beside it.
 */
const besideThePlate = ['people', 'on-foot', 'next', 'turn'] as const

export function LaneScreen(): ReactNode {
  const { locale, speak } = useLanguage()
  const { kiosk, scan, go, signIn } = useFrame()
  const lane = useLane()
  const { crossing, desk, verdict, detailsOpen, deeds, onDesk, toggleDetails } = lane
  const { form, decided } = desk
  const roomy = crossing !== null && (wantsRoom(locale, speak, crossing) || decidedWantsRoom(decided, crossing))
  const dead = kiosk.link !== 'open' && kiosk.link !== 'slow'
  const plate = useRef<HTMLInputElement>(null)
  const leave = (): void => onDesk({ kind: 'left' })
  const asking = form?.kind === 'above' || (form?.kind === 'reason' && !form.words)
  const answers = useDigitAnswers({
    question: form,
    onAnswer: (digit) => answerQuestion(lane, digit, signIn.permit),
    onText: (text) => plate.current !== null && typeAtQuestion(lane, plate.current, text),
  })
  const onDigit = (digit: Digit, byKey: boolean): void =>
    byKey ? answers.strike(digit) : void answerQuestion(lane, digit, signIn.permit)
  useLaneKeys(lane, leave, answers)
  useTypingField(() => (form === null || form.kind === 'vehicle' || asking ? plate.current : null), {
    write: (field, text) => (asking ? answers.type(text) : typePlate(lane, field, text)),
    leftBy: besideThePlate,
  })

  const chooser = crossing && form?.kind === 'reason' && (
    <ReasonChooser
      form={form}
      crossing={crossing}
      note={desk.drafts.words[form.decision] ?? ''}
      onType={(words) => onDesk({ kind: 'drafted', change: { of: 'reason', decision: form.decision, words } })}
      struck={answers.chosen}
      onDigit={onDigit}
      onWords={(note) => void deeds.decideFor(form.decision, { code: 'other', note }, form.emergency)}
      onLeave={leave}
    />
  )

  const above = form?.kind === 'above' && (
    <AboveChooser form={form} struck={answers.chosen} onDigit={onDigit} onLeave={leave} />
  )

  return (
    <main className={style.body} data-testid="lane-screen" data-dead={dead}>
      <div className={style.left}>
        <CameraPanel />
        <DayCounts day={kiosk.kiosk?.day ?? null} />
        {crossing && <CrossingPanel crossing={crossing} lane={lane} plate={plate} />}
      </div>
      <div className={style.right} data-details={detailsOpen || roomy}>
        <VerdictPanel
          view={verdict}
          crossing={crossing}
          desk={desk}
          detailsOpen={detailsOpen}
          dead={dead}
          undoable={crossing?.undo?.seq === decided?.seq && crossing?.empty === true}
          chooser={chooser || above}
          onSamePerson={() => confirmPerson(lane)}
          onOtherPerson={() => partPerson(lane)}
          onUndo={deeds.undo}
        />
        {/* Details are read to the end, and so is a long sentence, or who permitted what: they need the room. */}
        {!detailsOpen && !roomy && (
          <LastCrossings lines={kiosk.kiosk?.day.crossings.last ?? []} onOpen={(seq) => go('records', seq)} />
        )}
        <DecisionKeys
          marked={crossing && !dead ? markedKeys(crossing, whyUnwritten(scan, crossing), desk.remark) : null}
          detailsOpen={detailsOpen}
          onDecide={deeds.decide}
          onDetails={toggleDetails}
          onNext={() => beginNext(lane)}
        />
      </div>
    </main>
  )
}

/** Keys that are there whether or not a button shows them. A form has its own way out. */
function useLaneKeys(lane: Lane, leave: () => void, answers: DigitAnswers): void {
  const { form, selected, remark } = lane.desk
  useKey('return', () => void bringBack(lane))
  useKey('turn', () => turnWay(lane))
  useKey('on-foot', () => void toggleOnFoot(lane))
  useKey('people', () => openForm(lane, countForm))
  useKey('vehicle', () => openForm(lane, { kind: 'vehicle' }))
  useKey('paper', () => void openPaper(lane))
  useKey('abandon', () => void abandon(lane))
  useKey('same-person', () => confirmPerson(lane))
  // A figure that has not answered yet is what is taken back.
  useKey('undo', () => void (answers.forget() || lane.deeds.undo()))
  useKey('row.up', () => stepRow(lane, -1))
  useKey('row.down', () => stepRow(lane, 1))
  const desk = selected !== null || remark !== null ? leave : null
  useKey('leave', form === null ? (lane.detailsOpen ? lane.toggleDetails : desk) : null)
}
