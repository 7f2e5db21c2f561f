/** The last recorded crossings, newest first, a line each: pressed, one opens for correction. */
import type { ReactNode } from 'react'
import type { CrossingLine } from '../../../shared/contract/crossing-line-schemas.ts'
import { decisionWords, directionWords } from '../../../shared/language/crossing-words.ts'
import { sayPlates } from '../../../shared/language/plate-words.ts'
import { outcomeWords } from '../../../shared/language/say.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatClock } from '../../../shared/language/time.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { OutcomeShape } from '../../ui/outcome-shape.tsx'
import style from './last-crossings.module.css'

/** So many are in sight; the others lie in the records. */
const shown = 3

interface LastCrossingsProps {
  lines: readonly CrossingLine[]
  onOpen: (seq: number) => void
}

export function LastCrossings({ lines, onOpen }: LastCrossingsProps): ReactNode {
  const { speak } = useLanguage()
  return (
    <section className={style.place} aria-label={speak('last.title')}>
      {lines.length === 0 && <p className={style.none}>{speak('last.none')}</p>}
      <ol className={style.last} data-testid="last-crossings">
        {lines.slice(0, shown).map((line) => (
          <li key={line.seq} className={style.line} data-seq={line.seq} data-state={line.state}>
            <button type="button" className={style.open} onClick={() => onOpen(line.seq)}>
              <LastCrossing line={line} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

function LastCrossing({ line }: { line: CrossingLine }): ReactNode {
  const { locale, speak } = useLanguage()
  const { at, enteredAt, direction, onFoot, plate, names, outcome, decision, state } = line
  const people = Math.max(names.length, 1)
  const known = names.flatMap((name) => (name === null ? [] : shownText(name)))
  const plates = sayPlates(locale, { onFoot, plate })
  const whom = onFoot || plate !== null ? plates : (known[0] ?? plates)
  return (
    <>
      <time className={style.time}>{formatClock(at)}</time>
      <span className={style.way} title={directionWords[locale][direction]}>
        {direction === 'in' ? '⬇' : '⬆'}
      </span>
      <span className={style.whom} title={known.join(', ')}>
        {whom}
        {people > 1 && <span className={style.people}> ×{people}</span>}
        {enteredAt !== null && <span className={style.people}> · {speak('records.later')}</span>}
      </span>
      <span className={style.decision} data-decision={decision}>
        {state === 'voided' ? speak('last.voided') : decisionWords[locale][decision]}
        {state === 'amended' && '*'}
      </span>
      <span className={style.shapePlace} data-outcome={outcome} title={outcomeWords[locale][outcome]}>
        {state !== 'voided' && <OutcomeShape outcome={outcome} className={style.shape} />}
      </span>
    </>
  )
}
