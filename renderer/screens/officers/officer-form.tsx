/** The form of an officer: somebody new, another name, rank or role, or a new PIN. It is handed in as a whole. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { fullName } from '../../frame/session/officer-name.tsx'
import { useHold } from '../../frame/use-frame.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useTypingField } from '../../keys/keyboard.tsx'
import { Key } from '../../ui/key.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import looks from '../../ui/looks.module.css'
import {
  isBegun,
  noPin,
  noWho,
  pinDraftFault,
  readWho,
  whoDraftOf,
  type PinDraft,
  type PinDraftFault,
  type WhoDraft,
  type WhoFault,
} from './officer-draft.ts'
import type { OfficersTask } from './officers-state.ts'
import { PinFields } from './pin-fields.tsx'
import { sayFault, sayRefused } from './said-officers.ts'
import type { Officers } from './use-officers.ts'
import { WhoFields } from './who-fields.tsx'
import style from './officers.module.css'

interface OfficerFormProps {
  task: OfficersTask
  /** This kiosk has no officers. */
  first: boolean
  officers: Officers
}

export function OfficerForm({ task, first, officers }: OfficerFormProps): ReactNode {
  const { speak } = useLanguage()
  const { state, dispatch } = officers
  const [given] = useState<WhoDraft>(() =>
    task.kind === 'appoint' ? { ...noWho, role: first ? 'supervisor' : null } : whoDraftOf(task.of),
  )
  const [who, setWho] = useState(given)
  const [pin, setPin] = useState<PinDraft>(() => ({ ...noPin, ...(task.kind === 'renew' && { means: task.of.means }) }))
  const [fault, setFault] = useState<WhoFault | PinDraftFault | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useHold(isBegun(given, who, pin))
  useTypingField(() => {
    const all = [...(form.current?.querySelectorAll('input') ?? [])]
    return all.find(({ value }) => value === '') ?? null
  })
  // A PIN that was typed goes with the room.
  useEffect(() => () => setPin((before) => ({ ...before, pin: '', again: '' })), [])

  const said = (): void => {
    setFault(null)
    dispatch({ kind: 'typed' })
  }
  const typeWho = (changed: Partial<WhoDraft>): void => {
    setWho((before) => ({ ...before, ...changed }))
    said()
  }
  const typePin = (changed: Partial<PinDraft>): void => {
    setPin((before) => ({ ...before, ...changed }))
    said()
  }
  const refuse = (found: WhoFault | PinDraftFault): void => {
    setFault(found)
    const place = found.startsWith('pin-') || found === 'again' ? 'pin' : found
    // Both PINs are typed again: nobody can see which of them was meant.
    if (place === 'pin') setPin((before) => ({ ...before, pin: '', again: '' }))
    form.current?.querySelector<HTMLElement>(`[data-field="${place}"] :is(input, button)`)?.focus()
  }
  const submit = (): void => {
    const read = readWho(who)
    if (!read.ok) return refuse(read.fault)
    if (task.kind === 'change') return officers.change(read.who)
    const wrong = pinDraftFault(pin, read.who.number)
    if (wrong !== null) return refuse(wrong)
    if (task.kind === 'appoint') officers.appoint(read.who, pin.pin, pin.means)
    else officers.renew(read.who, pin.pin, pin.means)
  }
  const sentence = fault === null ? null : sayFault(speak, fault)
  return (
    <form
      ref={form}
      className={style.form}
      data-testid={`${task.kind}-form`}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {task.kind !== 'appoint' && (
        <h2 className={style.title}>
          {task.kind === 'renew'
            ? speak('officers.renewHow', { who: fullName(task.of) })
            : `${fullName(task.of)} · ${speak('signIn.numbered', { number: task.of.number })}`}
        </h2>
      )}
      {task.kind !== 'renew' && (
        <WhoFields draft={who} onDraft={typeWho} numbered={task.kind === 'change'} first={first} />
      )}
      {task.kind !== 'change' && <PinFields draft={pin} onDraft={typePin} autoFocus={task.kind === 'renew'} />}
      <div className={style.end}>
        <Key submit label={speak('officers.record')} marked testId="officer-record" />
        <Key
          deed="leave"
          label={speak('officers.leave')}
          onPress={() => dispatch({ kind: 'left' })}
          testId="officer-leave"
        />
        {sentence !== null && (
          <p className={looks.fault} role="alert" data-decides data-testid="officer-fault">
            {sentence}
          </p>
        )}
        {state.busy && (
          <p className={style.sentence} role="status">
            {speak('officers.working')}
          </p>
        )}
      </div>
      {state.refused && <NoticeBar testId="officers-refused">{sayRefused(speak, state.refused)}</NoticeBar>}
    </form>
  )
}
