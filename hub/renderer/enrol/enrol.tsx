/** Inviting a post: what it is called, of which kind it is and how it sends; then the invitation. */
import { useState, type FormEvent, type ReactNode } from 'react'
import { ChoiceKeys } from '../../../renderer/ui/choice-keys.tsx'
import { FormField } from '../../../renderer/ui/form-field.tsx'
import { Key } from '../../../renderer/ui/key.tsx'
import looks from '../../../renderer/ui/looks.module.css'
import room from '../../../renderer/ui/room.module.css'
import type { Invited } from '../../../shared/hub-api/invitations.ts'
import type { Posts } from '../../../shared/hub-api/posts.ts'
import type { NotDone } from '../api/ask.ts'
import { useHub, useMayDecide } from '../api/hub-context.ts'
import { useLanguage } from '../language.tsx'
import { Refused } from '../refused.tsx'
import { invitingOf, isLocal, type DraftFault, type InvitingDraft } from './inviting-draft.ts'
import { InvitationView } from './invitation-view.tsx'
import style from './enrol.module.css'

interface EnrolProps {
  posts: Posts
  /** Another post is in the list. */
  onInvited: () => Promise<void>
}

export function Enrol({ posts, onInvited }: EnrolProps): ReactNode {
  const { speak } = useLanguage()
  const { hub, heard } = useHub()
  const mayDecide = useMayDecide()
  const [invited, setInvited] = useState<Invited | null>(null)
  const [fault, setFault] = useState<NotDone | null>(null)
  const address = posts.hub.address ?? location.origin
  const [draft, setDraft] = useState<InvitingDraft>({ name: '', mode: 'real', by: 'wire', address })
  const invite = async (): Promise<DraftFault | null> => {
    const inviting = invitingOf(draft)
    if (typeof inviting === 'string') return inviting
    const answer = heard(await hub.invite(inviting))
    if (answer.done) {
      setInvited(answer.value)
      await onInvited()
    }
    setFault(answer.done ? null : answer)
    return null
  }
  const another = (): void => {
    setInvited(null)
    setDraft({ ...draft, name: '' })
  }
  return (
    <section className={room.room} data-testid="enrol-part">
      <h2 className={room.title}>{speak('enrol.title')}</h2>
      {fault && <Refused why={fault} />}
      {!mayDecide && <p className={style.sentence}>{speak('page.viewer')}</p>}
      {mayDecide &&
        (invited ? (
          <InvitationView
            invited={invited}
            came={posts.posts.some(({ enrolment, state }) => enrolment === invited.enrolment && state === 'enrolled')}
            onAnother={another}
          />
        ) : (
          <InvitingForm draft={draft} onDraft={setDraft} onInvite={invite} />
        ))}
    </section>
  )
}

interface InvitingFormProps {
  draft: InvitingDraft
  onDraft: (draft: InvitingDraft) => void
  onInvite: () => Promise<DraftFault | null>
}

function InvitingForm({ draft, onDraft, onInvite }: InvitingFormProps): ReactNode {
  const { speak } = useLanguage()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<DraftFault | null>(null)
  const change = (changed: Partial<InvitingDraft>): void => {
    setWrong(null)
    onDraft({ ...draft, ...changed })
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    // A second press would make a second invitation.
    if (busy) return
    setBusy(true)
    setWrong(await onInvite())
    setBusy(false)
  }
  return (
    <form className={style.form} onSubmit={(event) => void submit(event)}>
      <FormField
        label={speak('enrol.name')}
        value={draft.name}
        onType={(name) => change({ name })}
        longest={200}
        placeholder={speak('enrol.nameHow')}
        autoFocus
      />
      <ChoiceKeys
        label={speak('enrol.mode')}
        choices={(['real', 'practice'] as const).map((value) => ({ value, word: speak(`enrol.mode.${value}`) }))}
        chosen={draft.mode}
        onChoose={(mode) => change({ mode })}
      />
      <ChoiceKeys
        label={speak('enrol.by')}
        choices={(['wire', 'stick'] as const).map((value) => ({ value, word: speak(`enrol.by.${value}`) }))}
        chosen={draft.by}
        onChoose={(by) => change({ by })}
      />
      {draft.by === 'wire' && (
        <>
          <FormField
            label={speak('enrol.address')}
            value={draft.address}
            onType={(address) => change({ address })}
            longest={300}
          />
          {isLocal(draft.address) && (
            <p className={looks.fault} data-testid="enrol-local">
              {speak('enrol.local')}
            </p>
          )}
        </>
      )}
      {wrong && (
        <p className={looks.fault} role="alert" data-testid="enrol-fault">
          {speak(`enrol.${wrong}`)}
        </p>
      )}
      <Key submit label={busy ? speak('page.asking') : speak('enrol.invite')} marked testId="enrol-invite" />
    </form>
  )
}
