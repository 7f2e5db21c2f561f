/** How the secret that opens the journal is kept, kept in another way, and its recovery code. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { SetUpState } from '../../../../shared/contract/set-up.ts'
import { useHold } from '../../../frame/use-frame.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { useLink } from '../../../rpc/link-context.ts'
import { Key } from '../../../ui/key.tsx'
import { NoticeBar } from '../../../ui/notice-bar.tsx'
import looks from '../../../ui/looks.module.css'
import { KeptFields } from './kept-fields.tsx'
import { noKept, readKept, withoutPassphrase, type KeptFault } from './kept-draft.ts'
import { NewRecovery } from './new-recovery.tsx'
import { Done, RefusedNotice } from '../outcome.tsx'
import { SecretField } from './secret-field.tsx'
import { useAsking } from '../use-asking.ts'
import style from '../set-up.module.css'

interface SecretPartProps {
  state: SetUpState
  onState: (state: SetUpState) => void
  /** The state is to be read again. */
  onChanged: () => void
}

export function SecretPart({ state, onState, onChanged }: SecretPartProps): ReactNode {
  const { speak } = useLanguage()
  const link = useLink()
  const { secret } = state
  const [present, setPresent] = useState('')
  const [draft, setDraft] = useState(noKept)
  const [fault, setFault] = useState<KeptFault | 'present' | null>(null)
  const [code, setCode] = useState<string | null>(null)
  /** The code's key was pressed: once the present passphrase is typed, Enter makes one. */
  const [renewing, setRenewing] = useState(false)
  const presentField = useRef<HTMLInputElement>(null)
  const { busy, refused, done, ask, quiet } = useAsking()
  useHold(busy || code !== null || draft.kept !== null || present !== '')
  // What was typed of a passphrase goes with the room.
  useEffect(
    () => () => {
      setPresent('')
      setDraft(withoutPassphrase)
    },
    [],
  )

  const underOne = secret.kept === 'passphrase'
  const said = (): void => {
    setFault(null)
    quiet()
  }
  const passphrase = underOne ? present : null
  /** It is asked for where it is needed, and typed without a field being chosen. */
  const lacksPresent = (): boolean => {
    if (!underOne || present !== '') return false
    setFault('present')
    presentField.current?.focus()
    return true
  }
  const keep = (): void => {
    const read = readKept(draft)
    if (lacksPresent()) return
    if (!read.ok) return setFault(read.fault)
    ask(
      () => link.call('setUp.keep', { passphrase, secret: read.secret }),
      (answer) => {
        onState(answer.state)
        setPresent('')
        setDraft(noKept)
        return speak('setUp.secret.kept', { how: speak(`setUp.secret.${answer.state.secret.kept}`) })
      },
    )
  }
  const renew = (): void => {
    setRenewing(true)
    if (lacksPresent()) return
    ask(
      () => link.call('setUp.recovery', { passphrase }),
      ({ recoveryCode }) => {
        setPresent('')
        setRenewing(false)
        setCode(recoveryCode)
        return null
      },
    )
  }
  if (code !== null) {
    return (
      <NewRecovery
        code={code}
        onWritten={() => {
          setCode(null)
          onChanged()
        }}
      />
    )
  }
  return (
    <form
      className={style.form}
      data-testid="secret-part"
      onSubmit={(event) => {
        event.preventDefault()
        if (renewing && draft.kept === null) renew()
        else keep()
      }}
    >
      <p className={style.sentence}>
        <b>{speak(`setUp.secret.is-${secret.kept}`)}</b> {secret.recovery && speak('setUp.recovery.there')}
      </p>
      {!secret.recovery && <NoticeBar testId="recovery-missing">{speak('setUp.recovery.missing')}</NoticeBar>}
      {underOne && (
        <div className={style.twice}>
          <SecretField
            input={presentField}
            label={speak('setUp.secret.present')}
            value={present}
            onType={(text) => {
              setPresent(text)
              said()
            }}
            testId="passphrase-present"
          />
        </div>
      )}
      <KeptFields
        draft={draft}
        system={secret.system}
        focuses={!underOne}
        onDraft={(next) => {
          if (underOne && present === '' && next.kept !== draft.kept) presentField.current?.focus()
          setRenewing(false)
          setDraft(next)
          said()
        }}
      />
      {fault && (
        <p className={looks.fault} role="alert">
          {speak(`setUp.fault.kept-${fault}`)}
        </p>
      )}
      <div className={style.keys}>
        <Key submit label={speak('setUp.secret.keep')} marked={draft.kept !== null} testId="secret-keep" />
        <Key deed="choice.0" label={speak('setUp.recovery.new')} onPress={renew} testId="recovery-new" />
        {busy && (
          <p className={style.sentence} role="status">
            {speak('setUp.working')}
          </p>
        )}
      </div>
      <RefusedNotice refused={refused} />
      {done && <Done testId="secret-done">{done}</Done>}
      <p className={style.faint}>{speak('setUp.recovery.what')}</p>
    </form>
  )
}
