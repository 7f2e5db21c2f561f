/** Comparing two birth dates of which parts may be masked or left out. */
import { readDate } from '../time/calendar-date.ts'

/**
 * How two birth dates stand to each other.
 * `equal`: both whole, and the same. `compatible`: nothing known differs, but something is not known.
 * `swapped`: both whole, and the same once day and month change places, the commonest slip of a clerk.
 * `contradicting`: a known part differs. `unknown`: one of them is missing or is no date.
 */
export type BirthDateComparison = 'equal' | 'compatible' | 'swapped' | 'contradicting' | 'unknown'

function differs(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && one !== other
}

/** Compares birth dates as shared/domain/time/calendar-date.ts writes them (`1987-**-18`, `1987`, …). */
export function compareBirthDates(one: string | null, other: string | null): BirthDateComparison {
  const a = one === null ? null : readDate(one)
  const b = other === null ? null : readDate(other)
  if (!a || !b) return 'unknown'
  const whole = a.month !== null && a.day !== null && b.month !== null && b.day !== null
  if (a.year === b.year && !differs(a.month, b.month) && !differs(a.day, b.day)) return whole ? 'equal' : 'compatible'
  return a.year === b.year && a.month === b.day && a.day === b.month ? 'swapped' : 'contradicting'
}
