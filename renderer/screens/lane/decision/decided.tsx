/** What became of the last decision, and one sentence on what was just done or could not be. */
import type { ReactNode } from 'react'
import { decisionWords } from '../../../../shared/language/crossing-words.ts'
import { shownText } from '../../../../shared/language/shown-text.ts'
import { SlipByKeyboard, SlipKey } from '../../../frame/slip/slip-key.tsx'
import { useLanguage } from '../../../i18n/language.tsx'
import { meaningOf, printedKey } from '../../../keys/key-map.ts'
import { DecidedAboveLines } from './decided-above.tsx'
import type { DecidedNow, Remark } from '../desk-state.ts'
import { Key } from '../../../ui/key.tsx'
import { NoticeBar } from '../../../ui/notice-bar.tsx'
import style from './decided.module.css'

interface DecidedLinesProps {
  decided: DecidedNow
  /** It can still be taken back. */
  undoable: boolean
  onUndo: () => void
}

export function DecidedLines({ decided, undoable, onUndo }: DecidedLinesProps): ReactNode {
  const { locale, speak } = useLanguage()
  const { decision, seq, slip, plate, people, above, state } = decided
  const voided = state === 'voided'
  return (
    <div className={style.decided} data-testid="decided" data-seq={seq} data-decision={decision} data-state={state}>
      <p className={style.word} data-decides>
        {voided ? speak('last.voided') : decisionWords[locale][decision]}
      </p>
      {plate !== null && (
        <p className={style.of} data-decides>
          {speak('decided.of', { plate: shownText(plate), people })}
        </p>
      )}
      {above && decision === 'admitted' && !voided && <DecidedAboveLines above={above} />}
      <p className={style.line}>{speak(`decided.${state}`, { seq })}</p>
      {decision !== 'admitted' && !voided && (
        <p className={style.slip} data-decides>
          {speak('decided.slip')} <b data-testid="slip">{slip}</b>
        </p>
      )}
      <div className={style.keys}>
        {decision !== 'admitted' && !voided && <SlipKey seq={seq} />}
        {/* Its room is kept, so that nothing moves when the time for it is over. */}
        <div className={style.undo} data-over={!undoable}>
          <Key deed="undo" label={speak('decided.undo')} onPress={onUndo} testId="undo" />
        </div>
      </div>
    </div>
  )
}

/** The last decision, once the next crossing has begun: its slip may not be written yet. */
export function DecidedBefore({ decided: { decision, seq, slip, state } }: { decided: DecidedNow }): ReactNode {
  const { locale, speak } = useLanguage()
  const voided = state === 'voided'
  const decided = voided ? speak('last.voided') : decisionWords[locale][decision]
  const hasSlip = decision !== 'admitted' && !voided
  return (
    <>
      <p className={style.before} data-testid="decided-before">
        {hasSlip
          ? speak('decided.beforeSlip', { seq, decision: decided, slip, key: printedKey(meaningOf('slip').key) })
          : speak('decided.before', { seq, decision: decided })}
      </p>
      {hasSlip && <SlipByKeyboard seq={seq} />}
    </>
  )
}

/** What is no fault of anybody's: said calmly. */
const calm: ReadonlySet<Remark> = new Set<Remark>([
  'remark.nobody',
  'remark.verifying',
  'remark.undone',
  'remark.undo.nothing',
  'remark.undo.too-late',
  'remark.undo.begun',
  'remark.nobodyToConfirm',
  'remark.nobodyToPart',
])

export function RemarkLine({ remark }: { remark: Remark | null }): ReactNode {
  const { speak } = useLanguage()
  if (!remark) return null
  if (!calm.has(remark)) return <NoticeBar testId="remark">{speak(remark)}</NoticeBar>
  return (
    <p className={style.remark} role="status" data-testid="remark">
      {speak(remark)}
    </p>
  )
}
