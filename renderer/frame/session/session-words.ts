/** What the strip says: what happened, then what to do. */
import type { News } from '../../../shared/contract/officers.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import type { Speak } from '../../i18n/catalogue.ts'
import type { SignInSaid } from './sign-in-state.ts'

/** A wait as people say it: seconds up to two minutes, then minutes. */
function sayWait(speak: Speak, seconds: number): string {
  return seconds <= 120
    ? speak('signIn.seconds', { seconds })
    : speak('signIn.minutes', { minutes: Math.ceil(seconds / 60) })
}

/** What came of the last thing that was said; null: what is to be done now. */
export function saySignIn(speak: Speak, said: SignInSaid | null): string {
  if (!said) return speak('signIn.how')
  switch (said.what) {
    case 'wrong':
      return said.tries.waitSeconds > 0
        ? speak('signIn.wrongWait', { left: said.tries.left, wait: sayWait(speak, said.tries.waitSeconds) })
        : speak('signIn.wrong', { left: said.tries.left })
    case 'wait':
      return speak('signIn.wait', { left: said.tries.left, wait: sayWait(speak, said.tries.waitSeconds) })
    case 'badge-unknown':
    case 'badge-wanted':
    case 'locked':
    case 'not-supervisor':
    case 'number-unknown':
    case 'unanswered':
    case 'unrecorded':
      return speak(`signIn.${said.what}`)
  }
}

/** One thing that others did about officers. */
export function sayNews(speak: Speak, { kind, at, number, name, by }: News): string {
  const who =
    name === null ? speak('signIn.numbered', { number: number ?? '?' }) : `${shownText(name)} (${number ?? ''})`
  const told = speak(`news.${kind}`, { who })
  return `${formatInstant(at)} · ${told}${by === null ? '' : ` · ${speak('news.by', { number: by })}`}`
}
