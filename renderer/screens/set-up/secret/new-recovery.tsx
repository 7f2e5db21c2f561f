/** A new recovery code in the secret's place: shown, then typed back while it is hidden. */
import { useState, type ReactNode } from 'react'
import { useLanguage } from '../../../i18n/language.tsx'
import { Key } from '../../../ui/key.tsx'
import looks from '../../../ui/looks.module.css'
import { ShownCode, TypedCode } from './recovery-code.tsx'
import { isSameCode } from './recovery-typed.ts'
import style from '../set-up.module.css'

export function NewRecovery({ code, onWritten }: { code: string; onWritten: () => void }): ReactNode {
  const { speak } = useLanguage()
  /** Null: the code is shown. */
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const compare = (): void => {
    if (typed !== null && isSameCode(typed, code)) onWritten()
    else setWrong(true)
  }
  if (typed === null) {
    return (
      <div className={style.form}>
        <ShownCode code={code} />
        <div className={style.keys}>
          <Key
            deed="step.next"
            label={speak('setUp.code.written')}
            onPress={() => setTyped('')}
            testId="code-written"
          />
        </div>
      </div>
    )
  }
  return (
    <TypedCode
      typed={typed}
      onType={(text) => {
        setTyped(text)
        setWrong(false)
      }}
      onSubmit={compare}
    >
      {wrong && (
        <p className={looks.fault} role="alert">
          {speak('setUp.fault.code')}
        </p>
      )}
      <div className={style.keys}>
        <Key deed="step.back" label={speak('setUp.code.again')} onPress={() => setTyped(null)} testId="code-again" />
        <Key deed="step.next" label={speak('setUp.code.compare')} onPress={compare} testId="code-compare" />
      </div>
    </TypedCode>
  )
}
