/** A recorded crossing in one line: when, which way, which plate, who, what was found and what was decided. */
import type { ReactNode } from 'react'
import type { CrossingLine } from '../../../../shared/contract/crossing-line-schemas.ts'
import { decisionWords, directionWords } from '../../../../shared/language/crossing-words.ts'
import { outcomeWords } from '../../../../shared/language/say.ts'
import { sayPlates } from '../../../../shared/language/plate-words.ts'
import { formatInstant } from '../../../../shared/language/time.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { OutcomeShape } from '../../../ui/outcome-shape.tsx'
import { sayNames } from '../crossing/said-crossing.ts'
import style from './record-line.module.css'

export function RecordLine({ line, onOpen }: { line: CrossingLine; onOpen: () => void }): ReactNode {
  const { locale, speak } = useLanguage()
  const { seq, at, enteredAt, direction, outcome, decision, state } = line
  return (
    <button type="button" className={style.line} data-seq={seq} data-state={state} onClick={onOpen}>
      <span className={style.time}>
        <time>{formatInstant(at)}</time>
        {enteredAt !== null && (
          <b className={style.later} title={speak('records.entered', { enteredAt })}>
            {speak('records.later')}
          </b>
        )}
      </span>
      <span>{directionWords[locale][direction]}</span>
      <span className={style.plate}>{sayPlates(locale, line)}</span>
      <span className={style.names} title={sayNames(speak, line)}>
        {sayNames(speak, line)}
      </span>
      <span className={style.shapePlace} data-outcome={outcome} title={outcomeWords[locale][outcome]}>
        <OutcomeShape outcome={outcome} className={style.shape} />
      </span>
      <span className={style.decision} data-decision={decision}>
        {decisionWords[locale][decision]}
      </span>
      <span className={style.state}>{state === 'recorded' ? '' : speak(`records.state.${state}`)}</span>
    </button>
  )
}
