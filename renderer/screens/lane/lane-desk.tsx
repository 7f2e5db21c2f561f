/** The lane at work: code, verdict, keys, and the crossing being built. Everything has its place and keeps it. */
import { useRef, type ReactNode } from 'react'
import { nextCamera, useCamera } from '../../scanner/camera/use-camera.ts'
import { CameraPanel } from './camera-panel.tsx'
import { CrossingPanel } from './crossing-panel.tsx'
import { DayCounts } from './day-counts.tsx'
import { hasSomebody } from './deciding.ts'
import { DecisionKeys } from './decision-keys.tsx'
import { LastCrossings } from './last-crossings.tsx'
import { doDeed, type DeskDeeds } from './do-deed.ts'
import { verdictNow } from './lane-state.ts'
import { ReasonChooser } from './reason-chooser.tsx'
import { useLaneKeys } from './use-lane-keys.ts'
import type { Lane } from './use-lane.ts'
import { usePictures } from './use-pictures.ts'
import { VerdictPanel } from './verdict-panel.tsx'
import style from './lane.module.css'

interface LaneDeskProps {
  lane: Lane
  onTheme: () => void
  onLanguage: () => void
}

export function LaneDesk({ lane, onTheme, onLanguage }: LaneDeskProps): ReactNode {
  const { state, deeds, submit, misread, choose, onDesk, toggleDetails, confirmClock, openRecords } = lane
  const { crossing, desk, kiosk, settings } = state
  const { form, decided } = desk
  const { read, hovering } = usePictures(lane)

  const video = useRef<HTMLVideoElement>(null)
  const wanted = kiosk ? settings.camera : undefined
  const view = useCamera(video, wanted, (text, timing) => void submit(text, 'camera', timing))
  const next = nextCamera(view)
  const turnCamera = next === null ? null : (): void => choose({ camera: next })
  const fileInput = useRef<HTMLInputElement>(null)
  const plate = useRef<HTMLInputElement>(null)

  const able: DeskDeeds = {
    ...deeds,
    onDesk,
    details: toggleDetails,
    clock: confirmClock,
    theme: onTheme,
    language: onLanguage,
    picture: () => fileInput.current?.click(),
    camera: () => turnCamera?.(),
    records: () => openRecords(null),
  }
  useLaneKeys({
    form,
    scannerPrefix: settings.scannerPrefix,
    onScan: ({ text, fault }) => (fault ? misread(fault) : void submit(text, 'scanner')),
    onDeed: (deed) => doDeed(deed, state, able),
    typingField: () => (form === null || form.kind === 'vehicle' ? plate.current : null),
  })
  const chooser = crossing && form?.kind === 'reason' && (
    <ReasonChooser
      form={form}
      crossing={crossing}
      onReason={(code) =>
        code === 'other'
          ? onDesk({ kind: 'opened', form: { ...form, words: true } })
          : deeds.decideFor(form.decision, { code, note: null })
      }
      onWords={(note) => deeds.decideFor(form.decision, { code: 'other', note })}
      onLeave={() => onDesk({ kind: 'left' })}
    />
  )

  return (
    <main className={style.body}>
      <div className={style.left}>
        <CameraPanel
          video={video}
          view={view}
          hovering={hovering}
          onPicture={able.picture}
          fileInput={fileInput}
          onFiles={read}
          onCamera={turnCamera}
        />
        <DayCounts day={kiosk?.day ?? null} />
        {crossing && (
          <CrossingPanel
            crossing={crossing}
            desk={desk}
            plate={plate}
            onEdit={deeds.edit}
            onDesk={onDesk}
            onReturn={() => doDeed({ kind: 'return' }, state, able)}
          />
        )}
      </div>
      <div className={style.right} data-details={state.detailsOpen}>
        <VerdictPanel
          view={verdictNow(state.verdict, crossing)}
          crossing={crossing}
          detailsOpen={state.detailsOpen}
          decided={decided}
          undoable={crossing?.undo?.seq === decided?.seq && crossing?.empty === true}
          remark={desk.remark}
          chooser={chooser}
          onConfirm={() => doDeed({ kind: 'same-person' }, state, able)}
          onUndo={deeds.undo}
        />
        <DecisionKeys
          expected={crossing && hasSomebody(crossing) ? crossing.expected : null}
          detailsOpen={state.detailsOpen}
          onDecide={deeds.decide}
          onDetails={toggleDetails}
          onNext={() => doDeed({ kind: 'next' }, state, able)}
        />
        {/* Details are read to the end, and need the room. */}
        {!state.detailsOpen && <LastCrossings lines={kiosk?.day.crossings.last ?? []} onOpen={openRecords} />}
      </div>
    </main>
  )
}
