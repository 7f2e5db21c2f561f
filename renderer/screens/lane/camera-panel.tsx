/** The camera picture with its target frame, and one sentence: what to do with the code, or with the camera. */
import type { ReactNode, RefObject } from 'react'
import { useLanguage } from '../../i18n/language.tsx'
import type { CameraView } from '../../scanner/camera/use-camera.ts'
import style from './camera-panel.module.css'

interface CameraPanelProps {
  video: RefObject<HTMLVideoElement | null>
  view: CameraView
}

export function CameraPanel({ video, view }: CameraPanelProps): ReactNode {
  const { speak } = useLanguage()
  return (
    <section className={style.panel} data-testid="camera" data-state={view.state} aria-label={speak('camera.title')}>
      <div className={style.picture}>
        <video ref={video} className={style.video} muted playsInline disablePictureInPicture />
        {view.state === 'live' && <div className={style.target} />}
        {view.state !== 'live' && <p className={style.problem}>{speak(`camera.${view.state}`)}</p>}
      </div>
      <p className={style.coach} aria-live="polite">
        {view.readerBroken ? speak('camera.reader') : view.state === 'live' ? speak(`coach.${view.advice}`) : '\u00a0'}
      </p>
    </section>
  )
}
