/**
 * A field that is written when it is left, however it is left: by Enter, Tab, Escape, a touch elsewhere, or because what
 * it stood in has closed. Until the program has answered, it goes on showing what was typed.
 *
 * Escape means one thing on the whole screen: it closes what is open. What is written as it is left is thereby written,
 * by key as by touch; what is handed in as a whole is not recorded, and what was typed into it is given up.
 */
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import style from './field.module.css'

interface CommitFieldProps {
  label: string
  /** As the program has it. */
  value: string
  /** Takes what was typed; resolves when the program has answered. */
  onCommit: (text: string) => Promise<void>
  className?: string | undefined
  /** `none`: the screen has keys of its own for it. */
  inputMode?: 'none'
  autoFocus?: boolean
  /** What stands in it is replaced by what is typed first. */
  selects?: boolean
  placeholder?: string
  testId?: string
  longest?: number
  input?: Ref<HTMLInputElement>
  /** Told of every change while it is being typed; null: not being typed in. */
  onDraft?: (text: string | null) => void
  /** Touched by a finger or a pen. */
  onTouch?: () => void
  /** May take a key for itself, and says so by true. `commit` writes another text and leaves the field. */
  onKey?: (key: string, draft: string, commit: (text: string) => void) => boolean
}

export function CommitField(props: CommitFieldProps): ReactNode {
  const { label, value, onCommit, onDraft, onKey, input, className, testId, longest } = props
  const { inputMode, autoFocus, selects, placeholder, onTouch } = props
  const [draft, setDraft] = useState<string | null>(null)
  /** The same at once: a touch may change the field and leave it before React has drawn either. */
  const typed = useRef<string | null>(null)
  /** What leaving the field is to write, where that is something else than what stands in it. */
  const leaving = useRef<string>(undefined)

  const change = (text: string | null): void => {
    typed.current = text
    setDraft(text)
    onDraft?.(text)
  }
  const leave = (field: HTMLInputElement, text?: string): void => {
    leaving.current = text
    field.blur()
  }
  const written = (): void => {
    const text = leaving.current ?? typed.current
    leaving.current = undefined
    typed.current = null
    onDraft?.(null)
    if (text === null || text.trim() === value) return setDraft(null)
    setDraft(text)
    // What has been typed meanwhile stays.
    void onCommit(text.trim()).finally(() => typed.current === null && setDraft(null))
  }
  const gone = useEffectEvent(written)
  useEffect(() => () => gone(), [])

  const keyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const field = event.currentTarget
    const commit = (text: string): void => leave(field, text)
    if (onKey?.(event.key, draft ?? value, commit)) event.preventDefault()
    else if (event.key === 'Enter' || event.key === 'Escape') leave(field)
  }

  return (
    <label className={className ?? style.field}>
      <span className={style.label}>{label}</span>
      <input
        ref={input}
        className={style.input}
        value={draft ?? value}
        inputMode={inputMode}
        autoFocus={autoFocus}
        placeholder={placeholder}
        maxLength={longest}
        data-testid={testId}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change(event.currentTarget.value)}
        onFocus={(event) => selects && event.currentTarget.select()}
        onPointerDown={({ pointerType }) => pointerType !== 'mouse' && onTouch?.()}
        onBlur={written}
        onKeyDown={keyDown}
      />
    </label>
  )
}
