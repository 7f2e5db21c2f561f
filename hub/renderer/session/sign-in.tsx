/** Signing in: nothing of the hub is shown before. */
import { useState, type FormEvent, type ReactNode } from 'react'
import { FormField } from '../../../renderer/ui/form-field.tsx'
import { Key } from '../../../renderer/ui/key.tsx'
import room from '../../../renderer/ui/room.module.css'
import type { Session } from '../../../shared/hub-api/session.ts'
import type { NotDone } from '../api/ask.ts'
import type { Hub } from '../api/hub.ts'
import { useLanguage } from '../language.tsx'
import { Refused } from '../refused.tsx'
import style from './session.module.css'

interface SignInProps {
  hub: Hub
  /** Why one is here again; null: for the first time. */
  because: NotDone | null
  onIn: (session: Session) => void
}

export function SignIn({ hub, because, onIn }: SignInProps): ReactNode {
  const { speak } = useLanguage()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState(because)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || name === '' || password === '') return
    setBusy(true)
    const answer = await hub.signIn({ name: name.trim(), password })
    setBusy(false)
    if (answer.done) return onIn(answer.value)
    setPassword('')
    setFault(answer)
  }
  return (
    <form className={style.form} onSubmit={(event) => void submit(event)} data-testid="sign-in">
      <h1 className={room.title}>{speak('signIn.title')}</h1>
      <p className={room.sentence}>{speak('signIn.how')}</p>
      {fault && <Refused why={fault} />}
      <FormField
        label={speak('signIn.name')}
        value={name}
        onType={setName}
        longest={100}
        autoComplete="username"
        autoFocus
      />
      <FormField
        label={speak('signIn.password')}
        value={password}
        onType={setPassword}
        longest={200}
        autoComplete="current-password"
      />
      <Key submit label={busy ? speak('page.asking') : speak('signIn.in')} marked testId="sign-in-do" />
    </form>
  )
}
