/**
 * A field for a passphrase. It is masked by its look and is no password field: the browser offers to keep nothing of it,
 * and puts nothing into it. What is typed can be looked at on a key, since an input method may change it on the way.
 */
import { useEffect, useState, type ReactNode, type Ref } from 'react'
import { useLanguage } from '../../../i18n/language.tsx'
import field from '../../../ui/field.module.css'
import { longestPassphrase } from './kept-draft.ts'
import style from './secret-field.module.css'

interface SecretFieldProps {
  label: string
  value: string
  onType: (text: string) => void
  autoFocus?: boolean
  input?: Ref<HTMLInputElement>
  testId: string
}

export function SecretField({ label, value, onType, autoFocus, input, testId }: SecretFieldProps): ReactNode {
  const { speak } = useLanguage()
  const [open, setOpen] = useState(false)
  // Whoever comes back to the room finds it masked.
  useEffect(() => () => setOpen(false), [])
  return (
    <div className={style.row}>
      <label className={field.field}>
        <span className={field.label}>{label}</span>
        <input
          ref={input}
          className={`${field.input} ${open ? '' : style.masked}`}
          value={value}
          maxLength={longestPassphrase}
          autoFocus={autoFocus}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          data-testid={testId}
          data-lpignore="true"
          data-1p-ignore
          // What is masked goes nowhere by a key either.
          onCopy={(event) => open || event.preventDefault()}
          onCut={(event) => open || event.preventDefault()}
          onDragStart={(event) => event.preventDefault()}
          onChange={(event) => onType(event.currentTarget.value)}
        />
      </label>
      <button
        type="button"
        className={style.look}
        aria-pressed={open}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setOpen(!open)}
      >
        {speak('setUp.secret.look')}
      </button>
    </div>
  )
}
