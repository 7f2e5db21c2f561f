/** The panel: what the crossing comes to, and in it the person just scanned. Without a crossing, what to do next. */
import type { ReactNode } from 'react'
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import type { VerdictView } from '../../../frame/scans/scan-state.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { RemarkLine } from '../decision/decided.tsx'
import type { Desk } from '../desk-state.ts'
import { Strip } from './strip.tsx'
import { subjectOf } from './strip-subject.ts'
import { VerdictDetails } from './verdict-details.tsx'
import { Waiting } from './waiting-panel.tsx'
import { WholePanel } from './whole-panel.tsx'
import style from './verdict-panel.module.css'

interface VerdictPanelProps {
  view: VerdictView
  /** The crossing being built. */
  crossing: ShownCrossing | null
  desk: Pick<Desk, 'selected' | 'decided' | 'remark'>
  detailsOpen: boolean
  /** The program cannot be reached from this window: nothing that is pressed here is recorded. */
  dead: boolean
  /** The last decision can still be taken back. */
  undoable: boolean
  /** Stands in the place of everything below the word. */
  chooser: ReactNode
  onSamePerson: () => void
  onOtherPerson: () => void
  onUndo: () => void
}

export function VerdictPanel(props: VerdictPanelProps): ReactNode {
  const { speak } = useLanguage()
  return (
    <section className={style.place} aria-label={speak('verdict.title')} aria-live="assertive">
      <PanelContent {...props} />
    </section>
  )
}

function PanelContent(props: VerdictPanelProps): ReactNode {
  const { view, crossing, desk, detailsOpen, dead, chooser, undoable, onSamePerson, onOtherPerson, onUndo } = props
  const { speak } = useLanguage()
  const { selected, remark, decided } = desk
  const subject = subjectOf(speak, view, crossing, selected)
  const strip = (alone: boolean): ReactNode => (
    <Strip view={view} subject={subject} alone={alone} onSamePerson={onSamePerson} onOtherPerson={onOtherPerson} />
  )

  if (crossing && crossing.travellers.length > 0) {
    return (
      <WholePanel
        crossing={crossing}
        detailsOpen={detailsOpen}
        dead={dead}
        asking={Boolean(chooser) || remark !== null || (subject !== null && subject.beside !== null)}
        foot={
          <>
            {detailsOpen && view.kind === 'shown' && <VerdictDetails verdict={view.answer.verdict} />}
            {!chooser && <RemarkLine remark={remark} />}
          </>
        }
      >
        {chooser ? (
          <>
            <RemarkLine remark={remark} />
            {chooser}
          </>
        ) : (
          strip(crossing.whole.completeness === 'alone' && subject?.placed === true)
        )}
      </WholePanel>
    )
  }
  if (chooser) {
    return (
      <div className={style.quiet}>
        <RemarkLine remark={remark} />
        {chooser}
      </div>
    )
  }
  if (view.kind === 'waiting') {
    return <Waiting crossing={crossing} decided={decided} undoable={undoable} remark={remark} onUndo={onUndo} />
  }
  // A code that is nobody's, before anybody is there.
  return (
    <div className={style.quiet}>
      {strip(false)}
      {detailsOpen && view.kind === 'shown' && <VerdictDetails verdict={view.answer.verdict} />}
      <RemarkLine remark={remark} />
    </div>
  )
}
