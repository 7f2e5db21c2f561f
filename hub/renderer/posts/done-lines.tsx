/** What came of a decision: of a lost laptop also whom it exposes, for the report that is due within 72 hours. */
import type { ReactNode } from 'react'
import type { DeedDone, KioskDeed } from '../../../shared/hub-api/kiosk-deeds.ts'
import { useLanguage } from '../language.tsx'
import { sayDone } from './said-done.ts'
import style from './posts.module.css'

export function DoneLines({ deed, done }: { deed: KioskDeed; done: DeedDone }): ReactNode {
  const { speak } = useLanguage()
  return (
    <div role="status" data-testid="deed-done">
      {sayDone(speak, deed, done).map((line) => (
        <p key={line} className={style.sentence}>
          <b>{line}</b>
        </p>
      ))}
    </div>
  )
}
