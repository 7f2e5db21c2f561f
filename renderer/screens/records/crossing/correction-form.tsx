/** The two corrections of a recorded crossing: other fields, or that it did not take place so. Each says why. */
import { useRef, useState, type ReactNode } from 'react'
import type { RecordedCrossing } from '../../../../shared/contract/recorded-schemas.ts'
import {
  correctionReasons,
  decisions,
  longestField,
  longestNote,
  vehicleKinds,
} from '../../../../shared/domain/crossing/crossing.ts'
import { decisionWords, reasonWords, vehicleKindWords } from '../../../../shared/language/crossing-words.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { deeds, type Choice } from '../../../keys/key-map.ts'
import { useTypingField } from '../../../keys/keyboard.tsx'
import { ChoiceKeys } from '../../../ui/choice-keys.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { Key } from '../../../ui/key.tsx'
import { draftOf, readAmendment, readWhy, vehicleTexts, type Draft, type DraftFault } from './correction.ts'
import type { Correction } from './use-crossing-record.ts'
import style from './opened-crossing.module.css'

/** The reasons, each on a figure. */
const figures = deeds.filter((deed): deed is Choice => deed.startsWith('choice.'))

interface CorrectionFormProps {
  kind: 'amend' | 'void'
  recorded: RecordedCrossing
  onCorrect: (correction: Correction) => void
}

export function CorrectionForm({ kind, recorded, onCorrect }: CorrectionFormProps): ReactNode {
  const { locale, speak } = useLanguage()
  const [draft, setDraft] = useState(() => draftOf(recorded))
  const [fault, setFault] = useState<DraftFault | null>(null)
  const words = useRef<HTMLInputElement>(null)
  useTypingField(() => words.current)
  const change = (changed: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...changed }))
    setFault(null)
  }
  const submit = (): void => {
    if (kind === 'amend') {
      const read = readAmendment(draft, recorded, Date.now())
      return read.ok ? onCorrect({ kind, input: read.input }) : setFault(read.fault)
    }
    const read = readWhy(draft)
    return read.ok ? onCorrect({ kind, input: { of: recorded.line.seq, why: read.why } }) : setFault(read.fault)
  }
  return (
    <form
      className={style.form}
      data-testid={`${kind}-form`}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {kind === 'void' && <p className={style.explained}>{speak('correct.voidHow')}</p>}
      {/* First: it is asked for whatever else is amended, and the fields below it may have to be scrolled to. */}
      <div className={style.reasons}>
        <ChoiceKeys
          label={speak('correct.why')}
          choices={correctionReasons.map((value, index) => ({
            value,
            word: reasonWords[locale][value],
            deed: figures[index] ?? null,
          }))}
          chosen={draft.reason}
          onChoose={(reason, byFigure) => {
            change({ reason })
            // Enter behind a figure hands the form in, with words or without.
            if (byFigure) words.current?.focus()
          }}
        />
      </div>
      {kind === 'amend' && <CorrectedFields draft={draft} change={change} />}
      <div className={style.formEnd}>
        {fault && (
          <p className={style.fault} role="alert">
            {speak(`correct.${fault}`)}
          </p>
        )}
        <div className={style.record}>
          <FormField
            label={speak('correct.words')}
            value={draft.note}
            onType={(note) => change({ note })}
            longest={longestNote}
            input={words}
          />
          <Key submit label={speak(`correct.${kind}Record`)} testId={`${kind}-record`} />
        </div>
      </div>
    </form>
  )
}

function CorrectedFields({ draft, change }: { draft: Draft; change: (changed: Partial<Draft>) => void }): ReactNode {
  const { locale, speak } = useLanguage()
  const { decision, vehicle, happened } = draft
  return (
    <>
      <ChoiceKeys
        label={speak('records.decision')}
        choices={decisions.map((value) => ({ value, word: decisionWords[locale][value] }))}
        chosen={decision}
        onChoose={(chosen) => change({ decision: chosen })}
      />
      {vehicle && (
        <>
          <div className={style.vehicle}>
            {vehicleTexts.map((name) => (
              <FormField
                key={name}
                label={speak(`correct.${name}`)}
                value={vehicle[name]}
                onType={(text) => change({ vehicle: { ...vehicle, [name]: text } })}
                longest={longestField}
              />
            ))}
          </div>
          <div className={style.kinds}>
            <ChoiceKeys
              label={speak('correct.kind')}
              choices={vehicleKinds.map((value) => ({ value, word: vehicleKindWords[locale][value] }))}
              chosen={vehicle.kind}
              onChoose={(kind) => change({ vehicle: { ...vehicle, kind: kind === vehicle.kind ? null : kind } })}
            />
          </div>
        </>
      )}
      <FormField
        label={speak('correct.happenedAt')}
        value={happened}
        onType={(text) => change({ happened: text })}
        longest={longestField}
        placeholder={speak('correct.happenedHow')}
      />
    </>
  )
}
