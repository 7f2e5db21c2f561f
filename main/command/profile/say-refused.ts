/** What a command says of something that was not done, by whatever asked for it: the kiosk or the command itself. */
import type { Sentences } from '../../../shared/language/locale.ts'
import { Failure, status, type Terminal } from '../../terminal/index.ts'

/**
 * Says why, and answers with the exit status of it.
 * @throws Failure where it is `locked`: what was said does not open the profile, or the file
 */
export function sayRefused({ said, locked }: { said: Sentences; locked?: true }, { complain, locale }: Terminal): 1 {
  if (locked) throw new Failure('not-unlocked', { vi: '{vi}', en: '{en}' }, { ...said }, { status: status.setup })
  complain(`${said[locale]}\n`)
  return status.no
}
