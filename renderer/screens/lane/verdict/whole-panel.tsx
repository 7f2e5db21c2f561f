/** The crossing as a whole: its colour, shape and word are those of the worst in it, and of who is not there. */
import type { ReactNode } from 'react'
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import { sayShort } from '../../../../shared/language/say.ts'
import { sayWholeCounts, sayWholeWord } from '../../../../shared/language/whole-words.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { OutcomeShape } from '../../../ui/outcome-shape.tsx'
import { sayInstruction } from './instruction.ts'
import style from './verdict-panel.module.css'

interface WholePanelProps {
  crossing: ShownCrossing
  detailsOpen: boolean
  /** Nothing that is pressed here is recorded. */
  dead: boolean
  /** The strip, or what is asked in its place. */
  children: ReactNode
  /** Below the instruction. */
  foot: ReactNode
  /** Something is asked or answered in the instruction's place. */
  asking: boolean
}

export function WholePanel({ crossing, detailsOpen, dead, children, foot, asking }: WholePanelProps): ReactNode {
  const { locale, speak } = useLanguage()
  const { whole } = crossing
  const { worst, filled } = whole
  const counts = sayWholeCounts(locale, whole)
  return (
    <div
      className={detailsOpen ? `${style.verdict} ${style.withDetails}` : style.verdict}
      data-testid="whole"
      data-outcome={worst}
      data-filled={worst !== 'accepted' || filled}
    >
      <div className={style.headline}>
        <OutcomeShape outcome={worst} className={style.shape} />
        <p className={style.word} data-decides>
          {sayWholeWord(locale, whole)}
        </p>
        {counts !== '' && (
          <p className={style.counts} data-testid="whole-counts" data-decides>
            {counts}
          </p>
        )}
        {whole.reasons.map((reason) => (
          <p key={reason.code} className={style.against} data-testid="against" data-decides>
            {sayShort(locale, reason)}
          </p>
        ))}
      </div>
      {children}
      {!asking && !detailsOpen && (
        <p className={style.instruction} data-testid="instruction" data-decides>
          {/* What was last known asks for nothing where nobody can act upon it. */}
          {dead ? speak('whole.dead') : sayInstruction(locale, speak, crossing)}
        </p>
      )}
      {foot}
    </div>
  )
}
