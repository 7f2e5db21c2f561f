/** The camera picture with its target frame, one sentence on what to do with the code or the camera, and its keys. */
import type { ReactNode, RefObject } from 'react'
import { useLanguage } from '../../i18n/language.tsx'
import type { CameraView } from '../../scanner/camera/use-camera.ts'
import { Key } from '../../ui/key.tsx'
import style from './camera-panel.module.css'

interface CameraPanelProps {
  video: RefObject<HTMLVideoElement | null>
  view: CameraView
  /** A picture is held over the page. */
  hovering: boolean
  onPicture: () => void
  /** What `onPicture` presses: the browser opens its file chooser for nothing else. */
  fileInput: RefObject<HTMLInputElement | null>
  onFiles: (files: File[]) => void
  /** Turns to the next camera; null where there is no other. */
  onCamera: (() => void) | null
}

export function CameraPanel({ video, view, hovering, ...keys }: CameraPanelProps): ReactNode {
  const { speak } = useLanguage()
  const { onPicture, fileInput, onFiles, onCamera } = keys
  const { state } = view
  const live = state === 'live'
  const coach = view.readerBroken ? speak('camera.reader') : live ? speak(`coach.${view.advice}`) : null
  return (
    <section className={style.panel} data-testid="camera" data-state={view.state} aria-label={speak('camera.title')}>
      <div className={style.picture}>
        <video ref={video} className={style.video} muted playsInline disablePictureInPicture />
        {live && <div className={style.target} />}
        {state !== 'live' && <p className={style.problem}>{speak(`camera.${state}`)}</p>}
      </div>
      <div className={style.side}>
        <p className={style.coach} aria-live="polite">
          {hovering ? speak('image.drop') : coach}
        </p>
        <Key name="F6" label={speak('key.image')} onPress={onPicture} />
        <input
          ref={fileInput}
          className={style.file}
          type="file"
          accept="image/*,.pgm"
          multiple
          tabIndex={-1}
          aria-label={speak('key.image')}
          data-testid="image-file"
          onChange={({ currentTarget }) => {
            onFiles([...(currentTarget.files ?? [])])
            // The same file may be chosen again.
            currentTarget.value = ''
          }}
        />
        {onCamera && <Key name="F8" label={speak('key.camera')} onPress={onCamera} />}
      </div>
    </section>
  )
}
