/** The printed password is changed before anything else is done. */
import { useState, type FormEvent, type ReactNode } from 'react'
import { FormField } from '../../../renderer/ui/form-field.tsx'
import { Key } from '../../../renderer/ui/key.tsx'
import looks from '../../../renderer/ui/looks.module.css'
import room from '../../../renderer/ui/room.module.css'
import { leastPassword, type Session } from '../../../shared/hub-api/session.ts'
import type { Answer, NotDone } from '../api/ask.ts'
import type { Hub } from '../api/hub.ts'
import { useLanguage } from '../language.tsx'
import { Refused } from '../refused.tsx'
import { passwordFault } from './password-fault.ts'
import style from './session.module.css'

interface ChangePasswordProps {
  hub: Hub
  session: Session
  heard: <T>(answer: Answer<T>) => Answer<T>
  onChanged: (session: Session) => void
}

export function ChangePassword({ hub, session, heard, onChanged }: ChangePasswordProps): ReactNode {
  const { speak } = useLanguage()
  const [old, setOld] = useState('')
  const [chosen, setChosen] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const [fault, setFault] = useState<NotDone | null>(null)
  const wrong = passwordFault(chosen, again)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (wrong || old === '') return
    const answer = heard(await hub.changePassword({ old, new: chosen }))
    if (answer.done) return onChanged({ ...session, mustChange: false })
    setFault(answer)
  }
  return (
    <form className={style.form} onSubmit={(event) => void submit(event)} data-testid="change-password">
      <h1 className={room.title}>{speak('password.title')}</h1>
      <p className={room.sentence}>{speak('password.why', { least: leastPassword })}</p>
      {fault && <Refused why={fault} />}
      <FormField
        label={speak('password.old')}
        value={old}
        onType={setOld}
        longest={200}
        autoComplete="current-password"
        autoFocus
      />
      <FormField
        label={speak('password.new')}
        value={chosen}
        onType={setChosen}
        longest={200}
        autoComplete="new-password"
      />
      <FormField
        label={speak('password.again')}
        value={again}
        onType={setAgain}
        longest={200}
        autoComplete="new-password"
      />
      {tried && wrong && (
        <p className={looks.fault} role="alert" data-testid="password-fault">
          {speak(`password.${wrong}`, { length: chosen.length, least: leastPassword })}
        </p>
      )}
      <Key submit label={speak('password.change')} marked testId="password-do" />
    </form>
  )
}
