/** A field of a form that is handed in as a whole. */
import type { ReactNode } from 'react'
import style from './field.module.css'

interface FormFieldProps {
  label: string
  value: string
  onType: (text: string) => void
  longest?: number
  placeholder?: string
  autoFocus?: boolean
}

export function FormField({ label, value, onType, longest, placeholder, autoFocus }: FormFieldProps): ReactNode {
  return (
    <label className={style.field}>
      <span className={style.label}>{label}</span>
      <input
        className={style.input}
        value={value}
        maxLength={longest}
        placeholder={placeholder}
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    </label>
  )
}
