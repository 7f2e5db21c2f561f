/** Signing in, as far as the strip has come: one pure function. A badge or a number names somebody; the PIN always follows. */
import type { News, PermissionGiven, SessionNamed, SessionOpened, Tries } from '../../../shared/contract/officers.ts'
import type { PermissionKind } from '../../../shared/domain/crossing/above.ts'
import type { Who } from '../../../shared/ledger/officers.ts'

/** What is said in the strip of what came last. */
export type SignInSaid =
  | { what: 'badge-unknown' | 'number-unknown' | 'badge-wanted' | 'unrecorded' | 'unanswered' | 'not-supervisor' }
  | { what: 'wrong' | 'wait' | 'locked'; tries: Tries }

/** What the strip is open for: to come, or to permit something in place and stay nobody's session. */
export type Permits = PermissionKind | null

export type SignIn =
  | { step: 'closed' }
  | { step: 'number'; permits: Permits; said: SignInSaid | null }
  | { step: 'pin'; permits: Permits; who: Who; said: SignInSaid | null }
  /** The program looks at the PIN. */
  | { step: 'looking'; permits: Permits; who: Who }
  /** Signed in: a supervisor is told of what others did. */
  | { step: 'news'; news: readonly News[] }

/** What the program is asked: who a badge or a number names, or whether a PIN is theirs. */
export type SignInQuestion = 'who' | 'pin'

export type SignInAction =
  /** The officer's chip. `asleep`: who has to say the PIN again. */
  | { kind: 'opened'; asleep: Who | null }
  /** A supervisor is to permit something. */
  | { kind: 'permit-asked'; what: PermissionKind }
  | { kind: 'left' }
  | { kind: 'named'; by: 'badge' | 'number'; answer: SessionNamed }
  | { kind: 'pin-said' }
  | { kind: 'answered'; answer: SessionOpened | PermissionGiven }
  | { kind: 'unanswered'; of: SignInQuestion }
  /** A wait goes by. */
  | { kind: 'second' }

export const closed: SignIn = { step: 'closed' }

/** The strip after `action`. */
export function reduceSignIn(state: SignIn, action: SignInAction): SignIn {
  switch (action.kind) {
    case 'opened':
      if (state.step === 'looking') return state
      return action.asleep
        ? { step: 'pin', permits: null, who: action.asleep, said: null }
        : { step: 'number', permits: null, said: null }
    case 'permit-asked':
      return state.step === 'looking' ? state : { step: 'number', permits: action.what, said: null }
    case 'left':
      return state.step === 'looking' ? state : closed
    case 'named':
      return state.step === 'looking' ? state : named(permitsOf(state), action)
    case 'pin-said':
      return state.step === 'pin' ? { step: 'looking', permits: state.permits, who: state.who } : state
    case 'answered':
      return state.step === 'looking' ? answered(state, action.answer) : state
    case 'unanswered':
      if (state.step === 'looking')
        return action.of === 'pin' ? { ...state, step: 'pin', said: { what: 'unanswered' } } : state
      return state.step === 'closed'
        ? state
        : { step: 'number', permits: permitsOf(state), said: { what: 'unanswered' } }
    case 'second':
      return state.step === 'pin' ? { ...state, said: afterASecond(state.said) } : state
  }
}

/** A badge that is scanned into a closed strip opens it to sign in. */
const permitsOf = (state: SignIn): Permits => ('permits' in state ? state.permits : null)

function named(permits: Permits, { by, answer }: Extract<SignInAction, { kind: 'named' }>): SignIn {
  if (answer.ok) return { step: 'pin', permits, who: answer.who, said: waiting(answer.tries) }
  if (answer.why === 'badge-wanted') return { step: 'number', permits, said: { what: 'badge-wanted' } }
  return { step: 'number', permits, said: { what: by === 'badge' ? 'badge-unknown' : 'number-unknown' } }
}

function answered(
  { permits, who }: Extract<SignIn, { step: 'looking' }>,
  answer: SessionOpened | PermissionGiven,
): SignIn {
  if (answer.ok) return 'news' in answer && answer.news.length > 0 ? { step: 'news', news: answer.news } : closed
  const { why, tries } = answer
  switch (why) {
    case 'wrong':
      return { step: 'pin', permits, who, said: tries && { what: tries.left === 0 ? 'locked' : 'wrong', tries } }
    case 'wait':
    case 'locked':
      return { step: 'pin', permits, who, said: tries && { what: why, tries } }
    case 'unrecorded':
      return { step: 'pin', permits, who, said: { what: 'unrecorded' } }
    case 'badge-wanted':
    case 'not-supervisor':
      return { step: 'number', permits, said: { what: why } }
    case 'unknown':
      return { step: 'number', permits, said: { what: 'number-unknown' } }
  }
}

/** What is to be said of tries before a PIN is typed: nothing, unless there is a wait. */
function waiting(tries: Tries): SignInSaid | null {
  if (tries.left === 0) return { what: 'locked', tries }
  return tries.waitSeconds > 0 ? { what: 'wait', tries } : null
}

function afterASecond(said: SignInSaid | null): SignInSaid | null {
  if (!said || !('tries' in said) || said.tries.waitSeconds === 0) return said
  const waitSeconds = said.tries.waitSeconds - 1
  return waitSeconds === 0 ? null : { ...said, tries: { ...said.tries, waitSeconds } }
}
