/** Trace: whom somebody met, for the health authorities, and the list as a file. */
import type { ReactNode } from 'react'
import { longestField } from '../../../../shared/domain/crossing/crossing.ts'
import { useFrame } from '../../../frame/use-frame.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { ChoiceKeys } from '../../../ui/choice-keys.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { Key } from '../../../ui/key.tsx'
import { NoticeBar } from '../../../ui/notice-bar.tsx'
import { BecauseChooser, type Asking } from '../because-chooser.tsx'
import type { TraceGiven } from './trace-export.ts'
import type { TraceFields } from './trace-query.ts'
import { TraceTable } from './trace-table.tsx'
import { useTrace, type AskedTrace, type Traced } from './use-trace.ts'
import { useTraceExport } from './use-trace-export.ts'
import looks from '../../../ui/looks.module.css'
import room from '../../../ui/room.module.css'
import style from '../records.module.css'

interface TracePartProps extends Asking {
  trace: AskedTrace
  onTrace: (trace: AskedTrace) => void
  onOpen: (seq: number) => void
}

export function TracePart({ trace, because, onTrace, onBecause, onOpen }: TracePartProps): ReactNode {
  const { speak } = useLanguage()
  const mode = useFrame().kiosk.kiosk?.mode ?? 'real'
  const { fields, asked } = trace
  const traced = useTrace(trace, because)
  const exporting = useTraceExport(mode, because)
  // What is shown, and exported, is always what the fields ask for.
  const change = (changed: Partial<TraceFields>): void => onTrace({ fields: { ...fields, ...changed }, asked: 0 })
  const answered = traced.kind === 'answered' ? traced : null
  return (
    <div className={style.part}>
      <form
        className={traced.kind === 'reason-needed' ? style.asked : style.part}
        onSubmit={(event) => {
          event.preventDefault()
          onTrace({ fields, asked: asked + 1 })
        }}
      >
        <TraceSubject fields={fields} change={change} />
        <div className={room.keys}>
          <Key submit label={speak('trace.ask')} testId="trace-ask" />
          {answered && answered.answer.lines.length > 0 && (
            <>
              <Key
                deed="records.export"
                label={speak('trace.export')}
                onPress={() => void exporting.save(answered.query, 'csv')}
                testId="trace-export"
              />
              <Key
                deed="records.paper"
                label={speak('trace.paper')}
                onPress={() => void exporting.save(answered.query, 'pdf')}
                testId="trace-paper"
              />
              <p className={room.warning} role="status">
                {speak(exporting.making ? 'trace.making' : 'trace.personal')}
              </p>
            </>
          )}
        </div>
        {answered && <GivenOut given={exporting.givenOf(answered.query)} />}
        {traced.kind !== 'reason-needed' && <TracedLines traced={traced} onOpen={onOpen} />}
      </form>
      {traced.kind === 'reason-needed' && <BecauseChooser asked={traced.query} onBecause={onBecause} />}
    </div>
  )
}

/** What became of the file: where it is and what to do with it, or why there is none. */
function GivenOut({ given }: { given: TraceGiven | null }): ReactNode {
  const { speak } = useLanguage()
  if (given === null) return null
  if (!given.saved) return <NoticeBar testId="not-exported">{speak(`trace.notExported.${given.fault}`)}</NoticeBar>
  return (
    <p className={room.warning} role="status" data-testid="exported">
      {speak('trace.exported', { file: given.file, lines: given.lines })}
    </p>
  )
}

function TracedLines({
  traced,
  onOpen,
}: {
  traced: Exclude<Traced, { kind: 'reason-needed' }>
  onOpen: (seq: number) => void
}): ReactNode {
  const { speak } = useLanguage()
  switch (traced.kind) {
    case 'none':
      return <p className={room.sentence}>{speak('trace.how')}</p>
    case 'asking':
      return <p className={room.sentence}>{speak('trace.asking')}</p>
    case 'fault':
      return <p className={looks.fault}>{speak(`trace.fault.${traced.fault}`)}</p>
    case 'failed':
      return <NoticeBar>{speak('trace.failed')}</NoticeBar>
    case 'answered':
      return <TraceTable answer={traced.answer} onOpen={onOpen} />
  }
}

interface TraceSubjectProps {
  fields: TraceFields
  change: (changed: Partial<TraceFields>) => void
}

function TraceSubject({ fields, change }: TraceSubjectProps): ReactNode {
  const { speak } = useLanguage()
  const typed = (name: Exclude<keyof TraceFields, 'kind'>, first = false): ReactNode => (
    <FormField
      key={name}
      label={speak(`trace.${name}`)}
      value={fields[name]}
      onType={(text) => change({ [name]: text })}
      longest={longestField}
      autoFocus={first}
    />
  )
  const whom = fields.kind === 'plate' ? (['plate'] as const) : (['number', 'name', 'birthDate'] as const)
  return (
    <div className={style.subject} data-kind={fields.kind}>
      <ChoiceKeys
        label={speak('trace.subject')}
        choices={(['plate', 'person'] as const).map((value) => ({ value, word: speak(`trace.kind.${value}`) }))}
        chosen={fields.kind}
        onChoose={(kind) => change({ kind })}
      />
      {whom.map((name, index) => typed(name, index === 0))}
      {typed('from')}
      {typed('to')}
      {typed('minutes')}
    </div>
  )
}
