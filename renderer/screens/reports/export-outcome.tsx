/** What came of the last export: where the file is and what goes along with it, or why there is none. */
import type { ReactNode } from 'react'
import { shownText } from '../../../shared/language/shown-text.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import room from '../../ui/room.module.css'
import type { Exporting } from './use-export.ts'

export function ExportOutcome({ exporting: { answer, places, progress } }: { exporting: Exporting }): ReactNode {
  const { locale, speak } = useLanguage()
  if (answer === null || progress !== null) return null
  if (answer === 'unanswered') return <NoticeBar testId="export-failed">{speak('reports.export.unanswered')}</NoticeBar>
  if (answer.outcome !== 'written') return <NoticeBar testId="export-failed">{answer.said[locale]}</NoticeBar>
  const { file, seq, crossings, people } = answer
  const onStick = places?.some(({ path, stick }) => stick && file.startsWith(path)) === true
  return (
    <p className={room.warning} role="status" data-testid="export-written">
      {speak('reports.export.written', { file: shownText(file), crossings, people, seq, stick: String(onStick) })}
    </p>
  )
}
