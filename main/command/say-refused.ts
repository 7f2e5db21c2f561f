/** What a command says of something that was not done, by whatever asked for it: the kiosk or the command itself. */
import type { Sentences } from '../../shared/language/locale.ts'
import type { Terminal } from '../terminal/index.ts'

/** Says why, and answers with the exit status of it. */
export function sayRefused({ said }: { said: Sentences }, { complain, locale }: Terminal): 1 {
  complain(`${said[locale]}\n`)
  return 1
}
