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
  /** A password: it is not shown, and a browser that keeps passwords may put it in. */
  secret?: 'current-password' | 'new-password'
  /** It is to be seen whole, whatever else is on the screen. */
  decides?: boolean
}

export function FormField(props: FormFieldProps): ReactNode {
  const { label, value, onType, longest, placeholder, autoFocus, input, secret, decides } = props
  return (
    <label className={style.field} data-decides={decides}>
      <span className={style.label}>{label}</span>
      <input
        ref={input}
        className={style.input}
        type={secret ? 'password' : 'text'}
        value={value}
        maxLength={longest}
        placeholder={placeholder}
        autoFocus={autoFocus}
        autoComplete={secret ?? 'off'}
        spellCheck={false}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    </label>
  )
}
