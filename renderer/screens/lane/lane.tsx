/** The lane: code, verdict, keys. Never a dialog; everything has its place and keeps it. */
import { useEffect, useRef, type ReactNode } from 'react'
import { LanguageProvider } from '../../i18n/language.tsx'
import { nextCamera, useCamera } from '../../scanner/camera/use-camera.ts'
import { nextTheme, themeAt } from '../../ui/theme.ts'
import { useNow } from '../../ui/use-now.ts'
import { CameraPanel } from './camera-panel.tsx'
import { DayPanel } from './day-panel.tsx'
import { KeyRow } from './key-row.tsx'
import type { LaneState } from './lane-state.ts'
import { Notices } from './notices.tsx'
import { StatusLine } from './status-line.tsx'
import { useLaneKeys } from './use-lane-keys.ts'
import { useLane } from './use-lane.ts'
import { usePictures } from './use-pictures.ts'
import { VerdictPanel } from './verdict-panel.tsx'
import style from './lane.module.css'

export function LaneScreen(): ReactNode {
  const lane = useLane()
  const { state, submit, choose, toggleDetails, confirmClock } = lane
  const { read, hovering } = usePictures(lane)
  const now = useNow()
  const { language, theme, camera } = state.settings

  const video = useRef<HTMLVideoElement>(null)
  const view = useCamera(video, state.kiosk ? camera : undefined, (text, timing) => void submit(text, 'camera', timing))
  const next = nextCamera(view)
  const turnCamera = next === null ? null : (): void => choose({ camera: next })

  const fileInput = useRef<HTMLInputElement>(null)
  const openPicture = (): void => fileInput.current?.click()
  const turnTheme = (): void => choose({ theme: nextTheme(theme) })
  const turnLanguage = (): void => choose({ language: language === 'vi' ? 'en' : 'vi' })
  useLaneKeys(
    {
      ' ': pressFocused,
      F4: toggleDetails,
      F6: openPicture,
      F7: confirmClock,
      F8: () => turnCamera?.(),
      F9: turnTheme,
      F10: turnLanguage,
    },
    (text) => void submit(text, 'scanner'),
  )
  useDocument(state, themeAt(theme, now))

  return (
    <LanguageProvider locale={language}>
      <div className={style.lane} data-hovering={hovering}>
        <StatusLine kiosk={state.kiosk} now={now} />
        <Notices state={state} hovering={hovering} now={now} onConfirmClock={confirmClock} />
        <main className={style.body}>
          <div className={style.left}>
            <CameraPanel video={video} view={view} />
            <DayPanel day={state.kiosk?.day ?? null} />
          </div>
          <div className={style.right}>
            <VerdictPanel view={state.verdict} detailsOpen={state.detailsOpen} />
            <KeyRow
              theme={theme}
              detailsOpen={state.detailsOpen}
              onDetails={toggleDetails}
              onTheme={turnTheme}
              onLanguage={turnLanguage}
              onPicture={openPicture}
              fileInput={fileInput}
              onFiles={read}
              onCamera={turnCamera}
            />
          </div>
        </main>
      </div>
    </LanguageProvider>
  )
}

/** A person's space bar presses the focused button; held back like every key, lest a burst begin with one. */
function pressFocused(): void {
  if (document.activeElement instanceof HTMLButtonElement) document.activeElement.click()
}

/** What the document itself must know: language, theme, and that the first answer has come. */
function useDocument({ settings, kiosk }: LaneState, theme: string): void {
  const ready = kiosk !== null
  useEffect(() => {
    const { documentElement: root } = document
    root.lang = settings.language
    root.dataset['theme'] = theme
    if (ready) root.dataset['ready'] = 'true'
  }, [settings.language, theme, ready])
}
