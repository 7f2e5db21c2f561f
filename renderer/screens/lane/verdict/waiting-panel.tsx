/** The verdict's place while there is no verdict: what to do, and what was decided last. */
import type { ReactNode } from 'react'
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { DecidedBefore, DecidedLines, RemarkLine } from '../decision/decided.tsx'
import { decidedNow, type DecidedCrossing, type Remark } from '../desk-state.ts'
import style from './verdict-panel.module.css'

interface WaitingProps {
  crossing: ShownCrossing | null
  decided: DecidedCrossing | null
  undoable: boolean
  remark: Remark | null
  onUndo: () => void
}

/** Once the next crossing has begun, what was decided of the last one is small beside it, lest it be taken for this one's. */
export function Waiting({ crossing, decided, undoable, remark, onUndo }: WaitingProps): ReactNode {
  const { speak } = useLanguage()
  // The program has not told anything yet, or this window is not let in: whoever scanned now would wait in vain.
  if (crossing === null)
    return <Quiet title={speak('verdict.notReady')} sentence={speak('verdict.notReadyWhy')} remark={remark} />
  if (decided && crossing.empty) {
    return (
      <div className={style.quiet}>
        <DecidedLines decided={decidedNow(decided, crossing)} undoable={undoable} onUndo={onUndo} />
        <RemarkLine remark={remark} />
      </div>
    )
  }
  return (
    <Quiet title={speak('verdict.waiting')} sentence={speak('verdict.waitingHow')} remark={remark}>
      {decided && <DecidedBefore decided={decidedNow(decided, crossing)} />}
    </Quiet>
  )
}

interface QuietProps {
  title: string
  sentence: string
  remark: Remark | null
  children?: ReactNode
}

/** A title and a sentence, in none of the outcomes' colours. */
export function Quiet({ title, sentence, remark, children }: QuietProps): ReactNode {
  return (
    <div className={style.quiet}>
      <p className={style.quietTitle} data-decides>
        {title}
      </p>
      <p className={style.quietSentence}>{sentence}</p>
      <RemarkLine remark={remark} />
      {children}
    </div>
  )
}
