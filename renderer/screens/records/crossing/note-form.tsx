/** A note on a recorded crossing: words, and nothing of it changes. */
import { useState, type ReactNode } from 'react'
import { longestNote } from '../../../../shared/domain/crossing/crossing.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { Key } from '../../../ui/key.tsx'
import style from './opened-crossing.module.css'

export function NoteForm({ onNote }: { onNote: (text: string) => void }): ReactNode {
  const { speak } = useLanguage()
  const [text, setText] = useState('')
  const [empty, setEmpty] = useState(false)
  return (
    <form
      className={style.form}
      data-testid="note-form"
      onSubmit={(event) => {
        event.preventDefault()
        const words = text.trim()
        if (words === '') setEmpty(true)
        else onNote(words)
      }}
    >
      {empty && (
        <p className={style.fault} role="alert">
          {speak('correct.noWords')}
        </p>
      )}
      <div className={style.record}>
        <FormField
          label={speak('correct.noteWords')}
          value={text}
          onType={(typed) => {
            setText(typed)
            setEmpty(false)
          }}
          longest={longestNote}
          autoFocus
        />
        <Key submit label={speak('correct.noteRecord')} testId="note-record" />
      </div>
    </form>
  )
}
