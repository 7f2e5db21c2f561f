/** The lane at work: code, verdict, keys, and the crossing being built. Everything has its place and keeps it. */
import { useRef, type ReactNode } from 'react'
import { useFrame } from '../../frame/use-frame.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useKey, useTypingField } from '../../keys/keyboard.tsx'
import { CameraPanel } from './camera-panel.tsx'
import { CrossingPanel } from './crossing-panel.tsx'
import { DayCounts } from './day-counts.tsx'
import { countForm } from './form.ts'
import { hasSomebody, markedDecisions } from './deciding.ts'
import { DecisionKeys } from './decision-keys.tsx'
import {
  abandon,
  beginNext,
  bringBack,
  confirmPerson,
  giveReason,
  openForm,
  partPerson,
  stepRow,
  toggleOnFoot,
  turnWay,
  askSupervisor,
  sayEmergency,
} from './desk-acts.ts'
import { openPaper } from './entering.ts'
import { decidedWantsRoom } from './decided-above.tsx'
import { wantsRoom } from './instruction.ts'
import { LastCrossings } from './last-crossings.tsx'
import { ReasonChooser } from './reason-chooser.tsx'
import { AboveChooser } from './above-chooser.tsx'
import { useLane, type Lane } from './use-lane.ts'
import { VerdictPanel } from './verdict-panel.tsx'
import style from './lane.module.css'

/** No plate has these characters: behind a plate they leave its field, and count heads or go on to the next person. */
const besideThePlate = ['people', 'on-foot', 'next'] as const

export function LaneScreen(): ReactNode {
  const { locale, speak } = useLanguage()
  const { kiosk, go, signIn } = useFrame()
  const lane = useLane()
  const { crossing, desk, verdict, detailsOpen, deeds, onDesk, toggleDetails } = lane
  const { form, decided } = desk
  const roomy = crossing !== null && (wantsRoom(locale, speak, crossing) || decidedWantsRoom(decided, crossing))
  const dead = kiosk.link !== 'open' && kiosk.link !== 'slow'
  const plate = useRef<HTMLInputElement>(null)
  const leave = (): void => onDesk({ kind: 'left' })
  useLaneKeys(lane, leave)
  useTypingField(() => (form === null || form.kind === 'vehicle' ? plate.current : null), besideThePlate)

  const chooser = crossing && form?.kind === 'reason' && (
    <ReasonChooser
      form={form}
      crossing={crossing}
      note={desk.drafts.words[form.decision] ?? ''}
      onType={(words) => onDesk({ kind: 'drafted', change: { of: 'reason', decision: form.decision, words } })}
      onDigit={(digit) => giveReason(lane, digit)}
      onWords={(note) => deeds.decideFor(form.decision, { code: 'other', note }, form.emergency)}
      onLeave={leave}
    />
  )

  const above = form?.kind === 'above' && (
    <AboveChooser
      form={form}
      onSupervisor={() => askSupervisor(lane, signIn.permit)}
      onEmergency={() => sayEmergency(lane)}
      onLeave={leave}
    />
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
          marked={crossing && !dead && hasSomebody(crossing) ? markedDecisions(crossing) : null}
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
function useLaneKeys(lane: Lane, leave: () => void): void {
  const { form, selected, remark } = lane.desk
  useKey('return', () => void bringBack(lane))
  useKey('turn', () => turnWay(lane))
  useKey('on-foot', () => void toggleOnFoot(lane))
  useKey('people', () => openForm(lane, countForm))
  useKey('vehicle', () => openForm(lane, { kind: 'vehicle' }))
  useKey('paper', () => void openPaper(lane))
  useKey('abandon', () => void abandon(lane))
  useKey('same-person', () => confirmPerson(lane))
  useKey('undo', lane.deeds.undo)
  useKey('row.up', () => stepRow(lane, -1))
  useKey('row.down', () => stepRow(lane, 1))
  const desk = selected !== null || remark !== null ? leave : null
  useKey('leave', form === null ? (lane.detailsOpen ? lane.toggleDetails : desk) : null)
}
