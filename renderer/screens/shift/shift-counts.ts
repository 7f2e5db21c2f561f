/** The counts of a shift in the order in which they are compared and printed, each with its word. */
import type { ShiftTotals } from '../../../shared/domain/shift/shift-totals.ts'
import { decisions, directions } from '../../../shared/domain/crossing/crossing.ts'
import { decisionWords } from '../../../shared/language/crossing-words.ts'
import { formatNumber } from '../../../shared/language/number.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import type { Speak } from '../../i18n/catalogue.ts'

/** A count and what it is of. */
export interface SaidCount {
  label: string
  value: string
}

/** What passed, then what was done otherwise than at once, then what is left to whoever comes. */
export function sayCounts(locale: Locale, speak: Speak, totals: ShiftTotals): SaidCount[] {
  const { scans, unreadable, crossings, enteredLater, unsigned, amended, voided, open } = totals
  const line = (label: string, count: number | null): SaidCount => ({
    label,
    value: count === null ? speak('shift.notCounted') : formatNumber(locale, count),
  })
  return [
    line(speak('shift.crossings'), crossings.total),
    line(speak('shift.people'), crossings.people),
    ...directions.map((way) => line(speak(`shift.way.${way}`), crossings.byDirection[way])),
    ...decisions.map((each) => line(decisionWords[locale][each], crossings.byDecision[each])),
    line(speak('shift.enteredLater'), enteredLater),
    line(speak('shift.unsigned'), unsigned),
    line(speak('shift.amended'), amended),
    line(speak('shift.voided'), voided),
    line(speak('shift.scans'), scans),
    line(speak('shift.unreadable'), unreadable),
    line(speak('shift.openReferrals'), open?.referrals ?? null),
    line(speak('shift.openEmergencies'), open?.emergencies ?? null),
  ]
}
