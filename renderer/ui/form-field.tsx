/** A field of a form that is handed in as a whole. */
import type { ReactNode, Ref } from 'react'
import style from './field.module.css'

interface FormFieldProps {
  label: string
  value: string
  onType: (text: string) => void
  longest?: number
  placeholder?: string
  autoFocus?: boolean
  input?: Ref<HTMLInputElement>
  /** What a browser that keeps passwords may put in; nothing where it is left out. A password is not shown. */
  autoComplete?: 'username' | 'current-password' | 'new-password'
  /** It is to be seen whole, whatever else is on the screen. */
  decides?: boolean
}

export function FormField(props: FormFieldProps): ReactNode {
  const { label, value, onType, longest, placeholder, autoFocus, input, autoComplete = 'off', decides } = props
  return (
    <label className={style.field} data-decides={decides}>
      <span className={style.label}>{label}</span>
      <input
        ref={input}
        className={style.input}
        type={autoComplete.endsWith('-password') ? 'password' : 'text'}
        value={value}
        maxLength={longest}
        placeholder={placeholder}
        autoFocus={autoFocus}
        autoComplete={autoComplete}
        spellCheck={false}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    </label>
  )
}
