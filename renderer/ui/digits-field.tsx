/**
 * A field for digits alone: a number, or a PIN. Whatever an input method makes of them, the digits are what was meant. A PIN is
 * masked by its look, and is no password field: the browser offers to keep nothing of it, and puts nothing into it.
 */
import type { ReactNode, RefObject } from 'react'
import style from './digits-field.module.css'
import field from './field.module.css'

interface DigitsFieldProps {
  label: string
  value: string
  onType: (digits: string) => void
  /** In digits. */
  longest: number
  masked?: boolean
  autoFocus?: boolean
  input?: RefObject<HTMLInputElement | null>
  /** It has the focus now. */
  onFocus?: (input: HTMLInputElement) => void
  testId: string
}

export function DigitsField(props: DigitsFieldProps): ReactNode {
  const { label, value, onType, longest, masked = false, autoFocus, input, onFocus, testId } = props
  return (
    <label className={field.field}>
      <span className={field.label}>{label}</span>
      <input
        ref={input}
        className={masked ? `${field.input} ${style.masked}` : field.input}
        value={value}
        maxLength={longest}
        autoFocus={autoFocus}
        inputMode="numeric"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        data-testid={testId}
        data-lpignore="true"
        data-1p-ignore
        onFocus={(event) => onFocus?.(event.currentTarget)}
        // What is masked goes nowhere by a key either.
        onCopy={(event) => masked && event.preventDefault()}
        onCut={(event) => masked && event.preventDefault()}
        onDragStart={(event) => event.preventDefault()}
        onChange={(event) => onType(event.currentTarget.value.normalize('NFKC').replaceAll(/\D/g, ''))}
      />
    </label>
  )
}
