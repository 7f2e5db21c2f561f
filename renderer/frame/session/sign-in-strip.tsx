/**
 * Signing in: a strip above the room, never a screen in its way. While it is open whatever is typed by hand goes here alone;
 * scans are verified as ever, and a scan is never a PIN.
 */
import { useRef, useState, type ReactNode, type RefObject } from 'react'
import { longestPin, shortestPin } from '../../../shared/domain/officer/pin.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useOnly, useTypingField } from '../../keys/keyboard.tsx'
import { DigitsField } from '../../ui/digits-field.tsx'
import { Key } from '../../ui/key.tsx'
import { digitKeys, Pad } from '../../ui/pad.tsx'
import { useFrame } from '../use-frame.ts'
import { OfficerName } from './officer-name.tsx'
import { saySignIn } from './session-words.ts'
import { SessionNews } from './session-news.tsx'
import type { SignIn } from './sign-in-state.ts'
import style from './session.module.css'

/** Longest officer's number, in digits. */
const longestNumber = 10

export function SignInStrip(): ReactNode {
  const { signIn } = useFrame()
  const { state } = signIn
  if (state.step === 'closed') return null
  if (state.step === 'news') return <SessionNews news={state.news} onLeave={signIn.leave} />
  return <Strip state={state} />
}

function Strip({ state }: { state: Extract<SignIn, { step: 'number' | 'pin' | 'looking' }> }): ReactNode {
  const { speak } = useLanguage()
  const { signIn, kiosk } = useFrame()
  const input = useRef<HTMLInputElement>(null)
  /** Where Enter came before the PIN was whole; whatever comes next is said instead. */
  const [short, setShort] = useState<SignIn | null>(null)
  // What is written in the field is written there alone; how the screen looks is nobody's decision.
  useOnly(['leave', 'sign-in', 'sign-out', 'theme', 'language'])
  const here = kiosk.kiosk?.session.who ?? null
  const what = state.step === 'looking' ? state.step : state.said?.what
  const said =
    state.step === 'looking'
      ? speak('signIn.looking')
      : short === state
        ? speak('signIn.short', { shortest: shortestPin })
        : saySignIn(speak, state.said)
  return (
    <section className={style.strip} data-testid="sign-in" data-decides aria-label={speak('signIn.title')}>
      <div className={style.row}>
        {state.step === 'number' ? (
          <b className={style.name}>{speak(state.permits === null ? 'signIn.who' : 'signIn.whoPermits')}</b>
        ) : (
          <OfficerName who={state.who} className={style.name} />
        )}
        {state.step !== 'looking' && (
          <Digits
            // Another officer's digits are not the beginning of this one's.
            key={state.step === 'number' ? 'number' : `pin ${state.who.number}`}
            label={speak(state.step === 'number' ? 'signIn.number' : 'signIn.pin')}
            input={input}
            longest={state.step === 'number' ? longestNumber : longestPin}
            shortest={state.step === 'number' ? 1 : shortestPin}
            masked={state.step === 'pin'}
            onSay={state.step === 'number' ? signIn.number : signIn.pin}
            onShort={() => state.step === 'pin' && setShort(state)}
          />
        )}
        <span className={style.rest} />
        {here && state.permits === null && (
          <Key deed="sign-out" label={speak('signIn.out')} onPress={signIn.signOut} testId="sign-out" />
        )}
        {state.step !== 'looking' && (
          <Key deed="leave" label={speak('signIn.leave')} onPress={signIn.leave} testId="sign-in-leave" />
        )}
      </div>
      <div className={style.row}>
        <p className={style.said} role="status" data-decides data-testid="sign-in-said" data-said={what}>
          {said}
        </p>
        <span className={style.rest} />
        {state.step !== 'looking' && (
          <Pad
            label={speak('signIn.pad')}
            field={input}
            columns={11}
            keys={digitKeys(speak('pad.back'))}
            testId="sign-in-pad"
          />
        )}
      </div>
    </section>
  )
}

interface DigitsProps {
  label: string
  input: RefObject<HTMLInputElement | null>
  longest: number
  shortest: number
  masked: boolean
  onSay: (digits: string) => void
  /** It was handed in before it was long enough. */
  onShort: () => void
}

/** The field of the step, and the key that hands it in. */
function Digits({ label, input, longest, shortest, masked, onSay, onShort }: DigitsProps): ReactNode {
  const { speak } = useLanguage()
  const [typed, setTyped] = useState('')
  useTypingField(() => input.current)
  return (
    <form
      className={style.digits}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.length < shortest) return onShort()
        setTyped('')
        onSay(typed)
      }}
    >
      <DigitsField
        label={label}
        value={typed}
        onType={setTyped}
        longest={longest}
        masked={masked}
        autoFocus
        input={input}
        testId={masked ? 'pin' : 'officer-number'}
      />
      <Key submit label={speak(masked ? 'signIn.say' : 'signIn.next')} testId="sign-in-next" />
    </form>
  )
}
