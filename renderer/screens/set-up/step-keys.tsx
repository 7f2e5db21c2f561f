/** The keys under a step: back, and what leads on. */
import type { ReactNode } from 'react'
import { useLanguage } from '../../i18n/language.tsx'
import type { Deed } from '../../keys/key-map.ts'
import { Key } from '../../ui/key.tsx'
import style from './set-up.module.css'

interface Back {
  /** Where another word than "back" says more. */
  label?: string
  onPress: () => void
  testId?: string
}

interface Onward {
  /** Where it is another key than that of the next step. */
  deed?: Deed
  label: string
  onPress: () => void
  /** It is expected to be pressed. */
  marked?: boolean
  testId?: string
}

export function StepKeys({ back, onward }: { back?: Back; onward: Onward }): ReactNode {
  const { speak } = useLanguage()
  return (
    <div className={style.keys}>
      {back && <Key deed="step.back" testId="step-back" {...back} label={back.label ?? speak('setUp.back')} />}
      <Key deed="step.next" testId="step-next" {...onward} />
    </div>
  )
}
