/** The recovery code, shown once to be written down, and typed back from the paper while it is hidden. */
import type { FormEvent, ReactNode } from 'react'
import { useLanguage } from '../../../i18n/language.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { longestCode } from './recovery-typed.ts'
import style from './recovery-code.module.css'

export function ShownCode({ code }: { code: string }): ReactNode {
  const { speak } = useLanguage()
  return (
    <div className={style.shown}>
      <p className={style.say}>{speak('setUp.code.write')}</p>
      <p className={style.code} data-decides data-testid="recovery-code" onCopy={(event) => event.preventDefault()}>
        {code}
      </p>
      <p className={style.say}>{speak('setUp.code.keep')}</p>
    </div>
  )
}

interface TypedCodeProps {
  typed: string
  onType: (text: string) => void
  onSubmit: () => void
  /** The keys that hand it in or go back. */
  children: ReactNode
}

export function TypedCode({ typed, onType, onSubmit, children }: TypedCodeProps): ReactNode {
  const { speak } = useLanguage()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form
      className={style.shown}
      data-testid="code-form"
      onSubmit={submit}
      // It is to be on paper, not in the clipboard.
      onPaste={(event) => event.preventDefault()}
      onDrop={(event) => event.preventDefault()}
    >
      <p className={style.say}>{speak('setUp.code.type')}</p>
      <FormField label={speak('setUp.code.typed')} value={typed} onType={onType} longest={longestCode} autoFocus />
      {children}
    </form>
  )
}
