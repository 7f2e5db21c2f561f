/** A recorded crossing, opened: everything that is kept of it, its corrections, and the way to a trace. */
import { useState, type ReactNode } from 'react'
import { useMay } from '../../../frame/session/caller.ts'
import { SlipKey } from '../../../frame/slip/slip-key.tsx'
import { useHold } from '../../../frame/use-frame.ts'
import { useKey } from '../../../keys/keyboard.tsx'
import { useLanguage } from '../../../i18n/language.tsx'
import { Key } from '../../../ui/key.tsx'
import { NoticeBar } from '../../../ui/notice-bar.tsx'
import { BecauseChooser, type Asking } from '../because-chooser.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { CrossingFacts } from './crossing-facts.tsx'
import { CrossingHistory } from './crossing-history.tsx'
import { NoteForm } from './note-form.tsx'
import type { TraceFields } from '../trace/trace-query.ts'
import { useCrossingRecord, type Correction, type CorrectionAnswer } from './use-crossing-record.ts'
import style from './opened-crossing.module.css'

interface OpenedCrossingProps extends Asking {
  seq: number
  /** Null: whoever is there may not trace. */
  onTrace: ((fields: TraceFields) => void) | null
}

export function OpenedCrossing({ seq, because, onBecause, onTrace }: OpenedCrossingProps): ReactNode {
  const { speak } = useLanguage()
  const { record: read, corrected, correct } = useCrossingRecord(seq, because)
  const mayAmend = useMay('crossing.amend')
  const mayVoid = useMay('crossing.void')
  const [form, setForm] = useState<Correction['kind'] | null>(null)
  useHold(form !== null)
  useKey('leave', form === null ? null : () => setForm(null))
  const turn = (kind: Correction['kind']) => (): void => setForm((before) => (before === kind ? null : kind))
  const record = (correction: Correction): void => void correct(correction).then((done) => done && setForm(null))
  if (read.kind === 'reason-needed')
    return (
      <section className={style.whole}>
        <BecauseChooser asked={seq} onBecause={onBecause} />
      </section>
    )
  if (read.kind !== 'shown') {
    const sentence = speak(`records.opened.${read.kind}`, { seq })
    return (
      <section className={style.whole}>
        {read.kind === 'failed' ? <NoticeBar>{sentence}</NoticeBar> : <p className={style.explained}>{sentence}</p>}
      </section>
    )
  }
  const { recorded } = read
  const { line } = recorded
  const explanation =
    line.state === 'voided' ? 'correct.isVoided' : mayAmend || mayVoid ? 'correct.how' : 'correct.notYours'
  return (
    <section className={style.opened} data-testid="opened" data-seq={seq} data-state={line.state}>
      <CrossingFacts recorded={recorded} onTrace={onTrace} />
      <div className={style.corrections}>
        <CorrectedLine corrected={corrected} />
        <div className={style.formKeys}>
          {line.state !== 'voided' && (
            <>
              {mayAmend && (
                <Key
                  deed="correct.amend"
                  label={speak('correct.amend')}
                  onPress={turn('amend')}
                  pressed={form === 'amend'}
                />
              )}
              {mayVoid && (
                <Key
                  deed="correct.void"
                  label={speak('correct.void')}
                  onPress={turn('void')}
                  pressed={form === 'void'}
                />
              )}
            </>
          )}
          {line.state !== 'voided' && line.decision !== 'admitted' && <SlipKey seq={line.seq} />}
          <Key deed="correct.note" label={speak('correct.note')} onPress={turn('note')} pressed={form === 'note'} />
        </div>
        {form === 'note' && <NoteForm onNote={(text) => record({ kind: 'note', input: { of: seq, text } })} />}
        {form === 'amend' || form === 'void' ? (
          <CorrectionForm
            key={`${form} ${JSON.stringify(recorded.crossing)}`}
            kind={form}
            recorded={recorded}
            onCorrect={record}
          />
        ) : (
          <>
            <p className={style.explained}>{speak(explanation)}</p>
            <CrossingHistory recorded={recorded} />
          </>
        )}
      </div>
    </section>
  )
}

/** What became of the last correction: its entry, or why there is none and what to do. */
export function CorrectedLine({ corrected }: { corrected: CorrectionAnswer }): ReactNode {
  const { speak } = useLanguage()
  if (!corrected) return null
  if (corrected.kind === 'unanswered') return <NoticeBar testId="corrected">{speak('correct.unanswered')}</NoticeBar>
  const { kind, answer } = corrected
  if (!answer.recorded) return <NoticeBar testId="corrected">{speak(`correct.${answer.code}`)}</NoticeBar>
  return (
    <p className={style.explained} role="status" data-testid="corrected" data-seq={answer.seq}>
      {speak(`correct.${kind}Done`, { seq: answer.seq })}
    </p>
  )
}
