/** A real checkpoint in five steps. Each has one thing to do, one key that goes on, and one that goes back. */
import type { ReactNode } from 'react'
import type { SetUpState } from '../../../../shared/contract/set-up.ts'
import { useHold } from '../../../frame/use-frame.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { Key } from '../../../ui/key.tsx'
import looks from '../../../ui/looks.module.css'
import { RefusedNotice } from '../outcome.tsx'
import { CheckpointStep } from './checkpoint-step.tsx'
import { CodeStep } from './code-step.tsx'
import { DevicesStep } from './devices-step.tsx'
import { DoneStep } from './done-step.tsx'
import { SecretStep } from './secret-step.tsx'
import { TrustStep } from './trust-step.tsx'
import { useWizard, type WizardActs } from './use-wizard.ts'
import { isBegun, numberOf } from './wizard-state.ts'
import style from '../set-up.module.css'

const numbers = [1, 2, 3, 4, 5] as const

interface WizardProps {
  state: SetUpState
  onMade: () => void
  /** Back to the parts of the room; what was typed stays. */
  onLeave: () => void
}

export function Wizard({ state, onMade, onLeave }: WizardProps): ReactNode {
  const { speak } = useLanguage()
  const acts = useWizard(onMade)
  const { step, busy, fault, refused } = acts.state
  const at = numberOf(step)
  useHold(isBegun(acts.state))
  return (
    <section className={style.wizard} data-testid="wizard" data-step={step} aria-label={speak('setUp.begin')}>
      <div className={style.steps}>
        <ol className={style.stepList}>
          {numbers.map((number) => (
            <li key={number} aria-current={number === at ? 'step' : undefined} data-past={number < at}>
              <span className={style.stepNumber}>{number < at ? '✓' : number}</span> {speak(`setUp.step.${number}`)}
            </li>
          ))}
        </ol>
        <Key deed="leave" label={speak(step === 'done' ? 'key.leave' : 'setUp.later')} onPress={onLeave} />
      </div>
      <RefusedNotice refused={refused} />
      {fault && (
        <p className={looks.fault} role="alert" data-decides data-testid="wizard-fault">
          {speak(`setUp.fault.${fault}`)}
        </p>
      )}
      {busy && (
        <p className={style.sentence} role="status">
          {speak('setUp.working')}
        </p>
      )}
      <Step acts={acts} state={state} onLeave={onLeave} />
    </section>
  )
}

interface StepProps {
  acts: WizardActs
  state: SetUpState
  onLeave: () => void
}

function Step({ acts, state, onLeave }: StepProps): ReactNode {
  switch (acts.state.step) {
    case 'checkpoint':
      return <CheckpointStep acts={acts} />
    case 'trust':
      return <TrustStep acts={acts} />
    case 'secret':
      return <SecretStep acts={acts} system={state.secret.system} />
    case 'code':
    case 'typing':
      return <CodeStep acts={acts} />
    case 'devices':
      return <DevicesStep acts={acts} />
    case 'done':
      return <DoneStep acts={acts} onLeave={onLeave} />
  }
}
