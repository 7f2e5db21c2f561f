/** What is wrong with a new password before anybody is asked; the hub looks at it again. */
import { leastPassword } from '../../../shared/hub-api/session.ts'

export type PasswordFault = 'short' | 'other'

/** @param again the same, typed a second time */
export function passwordFault(chosen: string, again: string): PasswordFault | null {
  if (chosen.length < leastPassword) return 'short'
  return chosen === again ? null : 'other'
}
