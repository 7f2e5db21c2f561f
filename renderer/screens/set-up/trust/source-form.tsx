/**
 * A folder or an address as it is typed, with the file of a private server's authority where there is one. Keys that are
 * typed while no field is chosen go to the address.
 */
import { useRef, type ReactNode } from 'react'
import { useLanguage } from '../../../i18n/language.tsx'
import { useTypingField } from '../../../keys/keyboard.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { Key } from '../../../ui/key.tsx'
import looks from '../../../ui/looks.module.css'
import { longestSource, type SourceDraft, type SourceFault } from './source-draft.ts'
import style from '../set-up.module.css'

interface SourceFormProps {
  draft: SourceDraft
  onType: (changed: Partial<SourceDraft>) => void
  fault: SourceFault | null
  /** What handing it in does. */
  label: string
  onSubmit: () => void
}

export function SourceForm({ draft, onType, fault, label, onSubmit }: SourceFormProps): ReactNode {
  const { speak } = useLanguage()
  const address = useRef<HTMLInputElement>(null)
  useTypingField(() => address.current)
  return (
    <form
      className={style.form}
      data-testid="source-form"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <FormField
        input={address}
        label={speak('setUp.source.from')}
        value={draft.from}
        onType={(from) => onType({ from })}
        longest={longestSource}
        placeholder={speak('setUp.source.fromHow')}
      />
      <div className={style.handIn}>
        <FormField
          label={speak('setUp.source.authority')}
          value={draft.serverAuthority}
          onType={(serverAuthority) => onType({ serverAuthority })}
          longest={longestSource}
          placeholder={speak('setUp.source.authorityHow')}
        />
        <Key submit label={label} testId="source-take" />
      </div>
      {fault && (
        <p className={looks.fault} role="alert">
          {speak(`setUp.fault.source-${fault}`)}
        </p>
      )}
    </form>
  )
}
