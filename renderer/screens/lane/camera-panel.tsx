/** The camera picture with its target frame, one sentence on what to do with the code or the camera, and its keys. */
import { useRef, type ReactNode } from 'react'
import { CameraPicture } from '../../frame/camera-picture.tsx'
import { useFrame } from '../../frame/use-frame.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { Key } from '../../ui/key.tsx'
import style from './camera-panel.module.css'

export function CameraPanel(): ReactNode {
  const { speak } = useLanguage()
  const { camera, pictures } = useFrame()
  const { view, turn } = camera
  const file = useRef<HTMLInputElement>(null)
  const { state } = view
  const live = state === 'live'
  const coach = view.readerBroken ? speak('camera.reader') : live ? speak(`coach.${view.advice}`) : null
  return (
    <section className={style.panel} data-testid="camera" data-state={view.state} aria-label={speak('camera.title')}>
      <div className={style.picture}>
        <CameraPicture className={style.video} />
        {live && <div className={style.target} />}
        {state !== 'live' && <p className={style.problem}>{speak(`camera.${state}`)}</p>}
      </div>
      <div className={style.side}>
        <p className={style.coach} aria-live="polite">
          {pictures.hovering ? speak('image.drop') : coach}
        </p>
        <Key deed="picture" label={speak('key.image')} onPress={() => file.current?.click()} />
        <input
          // The browser opens its file chooser for nothing else.
          ref={file}
          className={style.file}
          type="file"
          accept="image/*,.pgm"
          multiple
          tabIndex={-1}
          aria-label={speak('key.image')}
          data-testid="image-file"
          onChange={({ currentTarget }) => {
            pictures.read([...(currentTarget.files ?? [])])
            // The same file may be chosen again.
            currentTarget.value = ''
          }}
        />
        {turn && <Key deed="camera" label={speak('key.camera')} onPress={turn} />}
      </div>
    </section>
  )
}
