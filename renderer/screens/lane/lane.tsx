/** The lane's frame: what is wrong above, the desk or the recorded crossings below. Never a dialog. */
import { useEffect, type ReactNode } from 'react'
import { LanguageProvider } from '../../i18n/language.tsx'
import { nextTheme, themeAt } from '../../ui/theme.ts'
import { useNow } from '../../ui/use-now.ts'
import { RecordsScreen } from '../records/records.tsx'
import { LaneDesk } from './lane-desk.tsx'
import type { LaneState } from './lane-state.ts'
import { Notices } from './notices.tsx'
import { StatusLine } from './status-line.tsx'
import { useLane } from './use-lane.ts'
import style from './lane.module.css'

export function LaneScreen(): ReactNode {
  const lane = useLane()
  const { state, choose, confirmClock, openRecords, closeRecords } = lane
  const now = useNow()
  const { kiosk, records, settings } = state
  const { language, theme } = settings
  const turnTheme = (): void => choose({ theme: nextTheme(theme) })
  const turnLanguage = (): void => choose({ language: language === 'vi' ? 'en' : 'vi' })
  useDocument(state, themeAt(theme, now))

  return (
    <LanguageProvider locale={language}>
      <div className={style.lane}>
        <StatusLine
          kiosk={kiosk}
          now={now}
          theme={theme}
          recordsOpen={records !== null}
          onTheme={turnTheme}
          onLanguage={turnLanguage}
          onRecords={() => (records ? closeRecords() : openRecords(null))}
        />
        <Notices state={state} now={now} onConfirmClock={confirmClock} />
        {/* The lane's camera and keys go with it: the recorded crossings have fields and keys of their own. */}
        {records && kiosk ? (
          <RecordsScreen
            onClose={closeRecords}
            openCrossing={records.crossing}
            checkpoint={kiosk.checkpoint}
            scannerPrefix={settings.scannerPrefix}
          />
        ) : (
          <LaneDesk lane={lane} onTheme={turnTheme} onLanguage={turnLanguage} />
        )}
      </div>
    </LanguageProvider>
  )
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
