/**
 * The frame of all rooms: what is wrong above, the room below. Scans, camera and keys live here, so that a code is read
 * whichever room is shown. Never a dialog.
 */
import { Activity, useEffect, useState, type ReactNode } from 'react'
import { LanguageProvider } from '../i18n/language.tsx'
import { Keyboard, KeyboardProvider } from '../keys/keyboard.tsx'
import type { Link } from '../rpc/link.ts'
import { themeAt } from '../ui/theme.ts'
import { useNow } from '../ui/use-now.ts'
import { FrameKeys } from './frame-keys.tsx'
import type { KioskState } from './kiosk-state.ts'
import { KeyHelp } from './key-help.tsx'
import { LessonStrip } from './lesson/lesson-strip.tsx'
import { LaneStrip } from './lane-strip.tsx'
import { Notices } from './notices.tsx'
import { RoomBar } from './room-bar.tsx'
import type { Room } from './rooms.ts'
import { may } from './session/caller.ts'
import { NotYours } from './session/not-yours.tsx'
import { SignInStrip } from './session/sign-in-strip.tsx'
import { StatusLine } from './status-line.tsx'
import { FrameProvider } from './use-frame.ts'
import { useMakeFrame } from './use-make-frame.ts'
import style from './frame.module.css'

export function Frame({ link, rooms }: { link: Link; rooms: readonly Room[] }): ReactNode {
  const [keyboard] = useState(() => new Keyboard())
  const { frame, place } = useMakeFrame(link, keyboard)
  const { kiosk, place: at } = frame
  const now = useNow()
  const session = kiosk.kiosk?.session ?? null
  const whose = session?.who?.number ?? 'nobody'
  useDocument(kiosk, themeAt(kiosk.settings.theme, now))
  return (
    <LanguageProvider locale={kiosk.settings.language}>
      <KeyboardProvider keyboard={keyboard}>
        <FrameProvider value={frame}>
          <FrameKeys place={place} />
          <div className={style.frame}>
            <StatusLine now={now} onMenu={() => place({ kind: 'menu-toggled' })} />
            {at.menu && <RoomBar rooms={rooms} onHelp={() => place({ kind: 'help-toggled' })} />}
            <SignInStrip />
            <LessonStrip />
            <Notices now={now} />
            {at.room !== 'lane' && !at.help && <LaneStrip />}
            {at.help && (
              <KeyHelp keyboard={keyboard} onPage={() => frame.go('help')} onLeave={() => place({ kind: 'left' })} />
            )}
            {rooms.map(({ name, needs, Screen }) => (
              <Activity key={name} mode={name === at.room && !at.help ? 'visible' : 'hidden'}>
                {needs === null || may(session, needs) || frame.kept === name ? (
                  // What one officer has looked up is not the next one's; the lane is everybody's.
                  <Screen key={needs === null ? 'all' : whose} />
                ) : (
                  <NotYours needs={needs} />
                )}
              </Activity>
            ))}
          </div>
        </FrameProvider>
      </KeyboardProvider>
    </LanguageProvider>
  )
}

/** What the document itself must know: language, theme, and that the first answer has come. */
function useDocument({ settings, kiosk }: KioskState, theme: string): void {
  const ready = kiosk !== null
  useEffect(() => {
    const { documentElement: root } = document
    root.lang = settings.language
    root.dataset['theme'] = theme
    if (ready) root.dataset['ready'] = 'true'
  }, [settings.language, theme, ready])
}
