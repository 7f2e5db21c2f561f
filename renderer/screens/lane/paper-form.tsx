/** A result on paper, as the officer sees it: a claim, and the screen goes on calling it one. */
import { useState, type ReactNode } from 'react'
import type { CrossingEdit } from '../../../shared/domain/crossing/crossing-edit.ts'
import { longestField, type PaperResult } from '../../../shared/domain/crossing/crossing.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { ChoiceKeys } from '../../ui/choice-keys.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { Key } from '../../ui/key.tsx'
import { readTypedInstant } from '../../ui/typed-times.ts'
import style from './forms.module.css'

interface PaperFormProps {
  traveller: number
  onEdit: (edit: CrossingEdit) => Promise<void>
  onLeave: () => void
}

const results = ['negative', 'positive', 'unknown'] as const
const methods = ['naat', 'rapid-antigen', 'unknown'] as const

export function PaperForm({ traveller, onEdit, onLeave }: PaperFormProps): ReactNode {
  const { speak } = useLanguage()
  const [result, setResult] = useState<PaperResult['result'] | null>(null)
  const [method, setMethod] = useState<PaperResult['method'] | null>(null)
  const [sampled, setSampled] = useState('')
  const [laboratory, setLaboratory] = useState('')
  const [number, setNumber] = useState('')
  const [fault, setFault] = useState<'result' | 'sampled' | null>(null)

  /** Whatever is changed, the fault is no longer about it. */
  const typed =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      set(value)
      setFault(null)
    }
  const submit = (): void => {
    const sampledAt = sampled.trim() === '' ? null : readTypedInstant(sampled, Date.now())
    if (result === null) return setFault('result')
    if (sampledAt === null && sampled.trim() !== '') return setFault('sampled')
    const place = { laboratory: laboratory.trim() || null, number: number.trim() || null }
    void onEdit({ kind: 'paper', traveller, result: { ...place, sampledAt, method: method ?? 'unknown', result } })
    onLeave()
  }

  return (
    <form
      className={style.form}
      data-testid="paper-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {fault && <p className={style.fault}>{speak(`paper.fault.${fault}`)}</p>}
      <ChoiceKeys
        label={speak('paper.title')}
        autoFocus
        choices={results.map((value) => ({ value, word: speak(`paper.result.${value}`) }))}
        chosen={result}
        onChoose={typed(setResult)}
      />
      <ChoiceKeys
        label={speak('paper.method')}
        choices={methods.map((value) => ({ value, word: speak(`paper.method.${value}`) }))}
        chosen={method}
        onChoose={typed(setMethod)}
      />
      <div className={style.pair}>
        <FormField
          label={speak('paper.sampled')}
          value={sampled}
          onType={typed(setSampled)}
          placeholder="07:30 22/11"
        />
        <FormField label={speak('paper.number')} value={number} onType={typed(setNumber)} longest={longestField} />
      </div>
      <FormField
        label={speak('paper.laboratory')}
        value={laboratory}
        onType={typed(setLaboratory)}
        longest={longestField}
      />
      <div className={style.keys}>
        <Key submit label={speak('paper.add')} />
        <Key deed="leave" label={speak('key.leave')} onPress={onLeave} />
      </div>
    </form>
  )
}
