/**
 * A result on paper, as the officer sees it: a claim, and the screen goes on calling it one. Worked without a look at the
 * keys: a figure for the result, one for the method or none, the time, Enter. No result is chosen beforehand.
 */
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ShownTraveller } from '../../../../shared/contract/crossing-schemas.ts'
import { longestField, type PaperResult } from '../../../../shared/domain/crossing/crossing.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { useKey, useTypingField } from '../../../keys/keyboard.tsx'
import { ChoiceKeys } from '../../../ui/choice-keys.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { Key } from '../../../ui/key.tsx'
import { readTypedInstant } from '../../../ui/typed-times.ts'
import { useNow } from '../../../ui/use-now.ts'
import type { PaperDraft } from './drafts.ts'
import { methodChoices, resultChoices, sayPaperOf } from './paper-words.ts'
import style from './forms.module.css'

interface PaperFormProps {
  /** Whose paper it is. */
  traveller: ShownTraveller
  draft: PaperDraft
  onType: (fields: Partial<PaperDraft>) => void
  /** A figure says what the result is: not where one is chosen. */
  onFigure: (result: PaperResult['result']) => void
  onAdd: (result: PaperResult) => void
  onLeave: () => void
}

export function PaperForm({ traveller, draft, onType, onFigure, onAdd, onLeave }: PaperFormProps): ReactNode {
  const { speak } = useLanguage()
  const { result, method, sampled, laboratory, number } = draft
  const [fault, setFault] = useState<'result' | 'sampled' | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const time = useRef<HTMLInputElement>(null)
  const now = useNow()
  const sampledAt = readTypedInstant(sampled, now)
  // Its figures choose until one is chosen, and are the time's from then on: a 2 typed too much makes nobody positive.
  useTypingField(() => (result === null ? null : time.current))
  // No choice has the focus, and no field: a figure chooses, and Enter chooses nothing.
  useLayoutEffect(() => form.current?.focus(), [])

  const typed = (fields: Partial<PaperDraft>): void => {
    onType(fields)
    setFault(null)
  }
  const submit = (): void => {
    if (result === null) return setFault('result')
    if (sampledAt === null && sampled.trim() !== '') return setFault('sampled')
    const place = { laboratory: laboratory.trim() || null, number: number.trim() || null }
    onAdd({ ...place, sampledAt, method: method ?? 'unknown', result })
  }
  /** What was chosen wrongly is taken back, and a figure chooses again. */
  const takeBack = (): void => {
    typed({ result: null })
    form.current?.focus()
  }
  useKey('undo', result === null ? null : takeBack)
  /** Enter hands in the form from wherever it is but a field, which does so itself, or another key. */
  const keyDown = ({ key, target, currentTarget }: KeyboardEvent<HTMLFormElement>): void => {
    const isOnChoice = target instanceof HTMLElement && target.ariaPressed !== null
    if (key === 'Enter' && (target === currentTarget || isOnChoice)) submit()
    if (key === 'Backspace' && target === time.current && sampled === '') takeBack()
  }

  return (
    <form
      ref={form}
      className={style.form}
      data-testid="paper-form"
      tabIndex={-1}
      onKeyDown={keyDown}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p className={style.whose}>{sayPaperOf(speak, traveller)}</p>
      {fault && <p className={style.fault}>{speak(`paper.fault.${fault}`)}</p>}
      <ChoiceKeys
        label={speak('paper.title')}
        plain={fault !== null}
        choices={resultChoices(speak, result === null)}
        chosen={result}
        onChoose={(value, byFigure) => {
          if (!byFigure) return typed({ result: value })
          onFigure(value)
          setFault(null)
        }}
      />
      <ChoiceKeys
        label={speak('paper.method')}
        plain
        choices={methodChoices(speak, result !== null)}
        chosen={method}
        onChoose={(value) => {
          typed({ method: value })
          time.current?.focus()
        }}
      />
      <div className={style.three}>
        <FormField
          label={sampledAt === null ? speak('paper.sampled') : speak('paper.sampledAt', { sampledAt })}
          value={sampled}
          onType={(text) => typed({ sampled: text })}
          placeholder="0730 2211"
          input={time}
          decides
        />
        <FormField
          label={speak('paper.number')}
          value={number}
          onType={(text) => typed({ number: text })}
          longest={longestField}
          decides
        />
        <FormField
          label={speak('paper.laboratory')}
          value={laboratory}
          onType={(text) => typed({ laboratory: text })}
          longest={longestField}
          decides
        />
      </div>
      <div className={style.keys}>
        <Key submit label={speak('paper.add')} />
        <Key deed="leave" label={speak('key.leave')} onPress={onLeave} />
      </div>
    </form>
  )
}
