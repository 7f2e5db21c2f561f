/** The shift before, to whoever takes over. */
import type { Duty } from '../../../shared/contract/shift.ts'
import type { Speak } from '../../i18n/catalogue.ts'
import { fullName } from './officer-name.tsx'

/** What a shift leaves to the next, in the order in which it is said. */
const leftOpen = ['referrals', 'emergencies'] as const

/**
 * Who closed it, when, what it came to and what is open: one line, so that the lane keeps its room. What is none is left out: a
 * bar that always says so is not read when there is some.
 */
export function sayShiftBefore(
  speak: Speak,
  { to, outgoing, crossings, people, open }: NonNullable<Duty['takesOver']>,
): string {
  const who = outgoing ? fullName(outgoing) : speak('shift.nobody')
  const said = speak('duty.takesOver', { closedAt: to, who, crossings, people })
  const left = leftOpen.flatMap((what) => {
    const count = open?.[what] ?? 0
    return count === 0 ? [] : [speak(`duty.${what}`, { count })]
  })
  return left.length === 0 ? said : `${said} ${speak('duty.open', { left: left.join(', ') })}`
}
