/**
 * A person without a phone, typed from the papers in the hand or from what they say. Not needed where a scan follows.
 * Names need an input method: touched, these fields are typed in by the system's own keyboard.
 */
import { useState, type ReactNode } from 'react'
import { longestField } from '../../../../shared/domain/crossing/crossing.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { Key } from '../../../ui/key.tsx'
import { readTypedDate } from '../../../ui/typed-times.ts'
import type { PersonDraft } from './drafts.ts'
import type { TypedPerson } from './entering.ts'
import style from './forms.module.css'

interface PersonFormProps {
  draft: PersonDraft
  /** Their result on paper is asked for next. */
  thenPaper: boolean
  onType: (fields: Partial<PersonDraft>) => void
  onAdd: (person: TypedPerson) => void
  onLeave: () => void
}

export function PersonForm({ draft, thenPaper, onType, onAdd, onLeave }: PersonFormProps): ReactNode {
  const { speak } = useLanguage()
  const { name, birth, number } = draft
  const [fault, setFault] = useState<'name' | 'birth' | null>(null)

  const typed = (fields: Partial<PersonDraft>): void => {
    onType(fields)
    setFault(null)
  }
  const submit = (): void => {
    const birthDate = birth.trim() === '' ? null : readTypedDate(birth)
    if (name.trim() === '') return setFault('name')
    if (birthDate === null && birth.trim() !== '') return setFault('birth')
    onAdd({ name: name.trim(), birthDate, number: number.trim() || null })
  }

  return (
    <form
      className={style.form}
      data-testid="person-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {fault ? (
        <p className={style.fault}>{speak(`person.fault.${fault}`)}</p>
      ) : (
        <p className={style.title}>{speak(thenPaper ? 'person.thenPaper' : 'person.title')}</p>
      )}
      <FormField
        label={speak('person.name')}
        value={name}
        onType={(text) => typed({ name: text })}
        longest={longestField}
        autoFocus
      />
      <div className={style.pair}>
        <FormField
          label={speak('person.birth')}
          value={birth}
          onType={(text) => typed({ birth: text })}
          placeholder="12/03/1999"
        />
        <FormField
          label={speak('person.number')}
          value={number}
          onType={(text) => typed({ number: text })}
          longest={longestField}
        />
      </div>
      <div className={style.keys}>
        <Key submit label={speak('person.add')} />
        <Key deed="leave" label={speak('key.leave')} onPress={onLeave} />
      </div>
    </form>
  )
}
