/** A person without a phone, typed from the papers in the hand or from what they say. Not needed where a scan follows. */
import { useState, type ReactNode } from 'react'
import type { CrossingEdit } from '../../../shared/domain/crossing/crossing-edit.ts'
import { longestField } from '../../../shared/domain/crossing/crossing.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { Key } from '../../ui/key.tsx'
import { readTypedDate } from '../../ui/typed-times.ts'
import style from './forms.module.css'

interface PersonFormProps {
  onEdit: (edit: CrossingEdit) => Promise<void>
  /** Something has been typed. */
  onTouched: () => void
  onLeave: () => void
}

export function PersonForm({ onEdit, onTouched, onLeave }: PersonFormProps): ReactNode {
  const { speak } = useLanguage()
  const [name, setName] = useState('')
  const [birth, setBirth] = useState('')
  const [number, setNumber] = useState('')
  const [fault, setFault] = useState<'name' | 'birth' | null>(null)

  const typed = (set: (text: string) => void) => (text: string) => {
    set(text)
    setFault(null)
    onTouched()
  }
  const submit = (): void => {
    const birthDate = birth.trim() === '' ? null : readTypedDate(birth)
    if (name.trim() === '') return setFault('name')
    if (birthDate === null && birth.trim() !== '') return setFault('birth')
    const person = { name: name.trim(), birthDate, number: number.trim() || null }
    void onEdit({ kind: 'state', traveller: null, ...person })
    onLeave()
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
        <p className={style.title}>{speak('person.title')}</p>
      )}
      <FormField label={speak('person.name')} value={name} onType={typed(setName)} longest={longestField} autoFocus />
      <div className={style.pair}>
        <FormField label={speak('person.birth')} value={birth} onType={typed(setBirth)} placeholder="12/03/1999" />
        <FormField label={speak('person.number')} value={number} onType={typed(setNumber)} longest={longestField} />
      </div>
      <div className={style.keys}>
        <Key submit label={speak('person.add')} />
        <Key deed="leave" label={speak('key.leave')} onPress={onLeave} />
      </div>
    </form>
  )
}
