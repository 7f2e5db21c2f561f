/** What a day is, for a report: everything in it, from 00:00 until before the next 00:00 in Viet Nam. */
import { everything, isEverything, type ReportScope } from '../../../shared/domain/report/scope.ts'
import { dayLength, localDay } from '../../../shared/language/time.ts'

/** The scope of a day. @param day `YYYY-MM-DD` */
export function scopeOfDay(day: string): ReportScope {
  const from = Date.parse(`${day}T00:00:00+07:00`)
  return { from, to: from + dayLength, ...everything }
}

/** The day that a scope is the whole of; null: it is not of one day. */
export function dayOf(scope: ReportScope): string | null {
  const day = localDay(scope.from)
  const { from, to } = scopeOfDay(day)
  return scope.from === from && scope.to === to && isEverything(scope) ? day : null
}
