/** The hub's page as a whole: who sits here, in which language, by which light; then its parts. */
import { useEffect, useState, type ReactNode } from 'react'
import { Keyboard, KeyboardProvider, useKey } from '../../renderer/keys/keyboard.tsx'
import { themeAt } from '../../renderer/ui/theme.ts'
import { useNow } from '../../renderer/ui/use-now.ts'
import { HubProvider } from './api/hub-context.ts'
import type { Fetch } from './api/ask.ts'
import { hubOf } from './api/hub.ts'
import { useKeys } from './keys.ts'
import { LanguageProvider, useLanguage } from './language.tsx'
import { Parts } from './parts.tsx'
import { Refused } from './refused.tsx'
import { ChangePassword } from './session/change-password.tsx'
import { SignIn } from './session/sign-in.tsx'
import { useSession } from './session/use-session.ts'
import { usePreferences, type Preferring } from './preferences.ts'
import style from './page.module.css'

interface HubPageProps {
  fetch: Fetch
  /** Where language and theme are kept. */
  kept: Pick<Storage, 'getItem' | 'setItem'>
}

export function HubPage({ fetch, kept }: HubPageProps): ReactNode {
  const [keyboard] = useState(() => new Keyboard())
  const preferring = usePreferences(kept)
  const now = useNow()
  useKeys(keyboard)
  const theme = themeAt(preferring.theme, now)
  const { locale } = preferring
  useEffect(() => {
    const { documentElement: root } = document
    root.lang = locale
    root.dataset['theme'] = theme
  }, [locale, theme])
  return (
    <LanguageProvider locale={locale}>
      <KeyboardProvider keyboard={keyboard}>
        <Whole fetch={fetch} preferring={preferring} />
      </KeyboardProvider>
    </LanguageProvider>
  )
}

function Whole({ fetch, preferring }: { fetch: Fetch; preferring: Preferring }): ReactNode {
  const { speak } = useLanguage()
  const [hub] = useState(() => hubOf(fetch))
  const { state, enter, leave, heard } = useSession(hub)
  useKey('theme', preferring.turnTheme)
  useKey('language', preferring.turnLanguage)
  if (state.kind === 'asking')
    return (
      <main className={style.page}>
        <h1 className={style.title}>{speak('page.title')}</h1>
        {state.fault ? <Refused why={state.fault} /> : <p>{speak('page.asking')}</p>}
      </main>
    )
  if (state.kind === 'out')
    return (
      <main className={style.page}>
        <SignIn hub={hub} because={state.because} onIn={enter} />
      </main>
    )
  const { session } = state
  if (session.mustChange)
    return (
      <main className={style.page}>
        <ChangePassword hub={hub} session={session} heard={heard} onChanged={enter} />
      </main>
    )
  return (
    <HubProvider value={{ hub, session, heard }}>
      <Parts preferring={preferring} onLeave={() => void leave()} />
    </HubProvider>
  )
}
