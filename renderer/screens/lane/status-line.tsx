/** The top line: where this is, whether it is practice, how fresh what it believes is, the time; and the screen's own keys. */
import type { ReactNode } from 'react'
import type { Kiosk } from '../../../shared/contract/schemas.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { useLanguage } from '../../i18n/language.tsx'
import type { ThemeChoice } from '../../ui/theme.ts'
import { Key } from '../../ui/key.tsx'
import { sayTrust, worstFreshness } from './standing-words.ts'
import style from './status-line.module.css'

interface StatusLineProps {
  kiosk: Kiosk | null
  now: number
  theme: ThemeChoice
  recordsOpen: boolean
  onTheme: () => void
  onLanguage: () => void
  onRecords: () => void
}

export function StatusLine({
  kiosk,
  now,
  theme,
  recordsOpen,
  onTheme,
  onLanguage,
  onRecords,
}: StatusLineProps): ReactNode {
  const { speak } = useLanguage()
  const place = kiosk ? shownText(kiosk.checkpoint.name) : 'Chốt'
  return (
    <header className={style.line}>
      <h1 className={style.place} title={place}>
        {place}
      </h1>
      {kiosk && <span className={style.lane}>{speak('header.lane', { lane: kiosk.checkpoint.lane })}</span>}
      {kiosk?.demo && <strong className={style.demo}>{speak('header.demo')}</strong>}
      <span className={style.rest} />
      {kiosk && (
        <span className={style.trust} data-testid="trust" data-freshness={worstFreshness(kiosk.standing.trust)}>
          {sayTrust(speak, kiosk.standing.trust)}
        </span>
      )}
      <time className={style.clock} data-testid="clock" data-doubt={kiosk?.standing.clock.doubt}>
        {formatInstant(now)}
      </time>
      <nav className={style.keys}>
        <Key name="F9" label={speak(`key.theme.${theme}`)} onPress={onTheme} testId="theme" />
        <Key name="F10" label={speak('key.language')} onPress={onLanguage} testId="language" />
        <Key name="F12" label={speak('key.records')} onPress={onRecords} pressed={recordsOpen} testId="records" />
      </nav>
    </header>
  )
}
