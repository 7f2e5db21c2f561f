/** How many people there are, in place: typed, or touched. */
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { mostPeopleCounted } from '../../../../shared/domain/limits.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { replaceText } from '../../../scanner/wedge/field-text.ts'
import { CommitField } from '../../../ui/commit-field.tsx'
import { Key } from '../../../ui/key.tsx'
import { Pad, typingKeys, type PadKey } from '../../../ui/pad.tsx'
import type { Form } from './form.ts'
import style from './forms.module.css'

interface PeopleFormProps {
  form: Extract<Form, { kind: 'people' }>
  people: number | null
  onPeople: (people: number | null) => Promise<void>
  /** What was typed is no such number. */
  onFault: () => void
  /** They are to be let pass if they are all there; resolves once the desk says what came of it. */
  onAdmit: () => Promise<void>
  onLeave: () => void
}

export function PeopleForm(props: PeopleFormProps): ReactNode {
  const { form, people, onPeople, onFault, onAdmit, onLeave } = props
  const { speak } = useLanguage()
  const field = useRef<HTMLInputElement>(null)
  /** More than nine are typed, figure by figure. */
  const [many, setMany] = useState(false)

  // Asked for again, as by another press of the same key: the figure that follows is the count.
  useLayoutEffect(() => {
    if (form.kind === 'people') field.current?.focus()
  }, [form])

  const enter = async (): Promise<void> => {
    if (!form.thenAdmit) return onLeave()
    await onAdmit()
    // Where nothing came of it, no number was written.
    field.current?.focus()
  }
  const commit = async (text: string): Promise<void> => {
    const count = readPeople(text)
    if (count === undefined) return onFault()
    await onPeople(count)
  }
  const touch = (count: string): void => {
    if (field.current) replaceText(field.current, count)
    // It is written as the field goes.
    onLeave()
  }
  const few = Array.from('123456789', (label): PadKey => ({ label, does: () => touch(label) }))
  const more = (): void => {
    if (field.current) replaceText(field.current, '')
    field.current?.focus()
    setMany(true)
  }
  const keys: PadKey[] = many
    ? [...typingKeys('1234567890'), { label: '⌫', says: speak('pad.back'), does: 'back' }]
    : [...few, { label: '10 …', does: more }]
  return (
    <div className={style.form} data-testid="people-form" onKeyDown={({ key }) => key === 'Enter' && void enter()}>
      {form.thenAdmit && <p className={style.title}>{speak('crossing.countToAdmit')}</p>}
      <CommitField
        label={speak('crossing.peopleCount')}
        value={people === null ? '' : String(people)}
        inputMode="none"
        longest={3}
        selects
        testId="people"
        input={field}
        onCommit={commit}
      />
      <Pad label={speak('crossing.peopleCount')} testId="people-pad" field={field} columns={many ? 6 : 5} keys={keys} />
      <div className={style.keys}>
        <Key deed="leave" label={speak('key.done')} onPress={onLeave} />
      </div>
    </div>
  )
}

/** How many people; null for none written, undefined for what is no such number. */
export function readPeople(text: string): number | null | undefined {
  if (text === '') return null
  const count = Number(text)
  return Number.isInteger(count) && count >= 1 && count <= mostPeopleCounted ? count : undefined
}
