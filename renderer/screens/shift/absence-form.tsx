/** Why nobody is there to take over: words, which the record prints. */
import { useState, type ReactNode } from 'react'
import { longestAbsence } from '../../../shared/ledger/shift-payloads.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { Key } from '../../ui/key.tsx'
import style from './shift.module.css'

export function AbsenceForm({ onSay }: { onSay: (words: string) => void }): ReactNode {
  const { speak } = useLanguage()
  const [words, setWords] = useState('')
  const [empty, setEmpty] = useState(false)
  return (
    <form
      className={style.absence}
      data-testid="absence-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim() === '') setEmpty(true)
        else onSay(words.trim())
      }}
    >
      {empty && (
        <p className={style.fault} role="alert">
          {speak('shift.absentEmpty')}
        </p>
      )}
      <FormField
        label={speak('shift.absentWhy')}
        value={words}
        onType={(typed) => {
          setWords(typed)
          setEmpty(false)
        }}
        longest={longestAbsence}
        autoFocus
      />
      <Key submit label={speak('shift.absentRecord')} testId="absence-record" />
    </form>
  )
}
