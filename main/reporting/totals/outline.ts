/** The first numbers of a report: counted from rows alone, a day at a time, and a scan goes first between two days. */
import { setImmediate } from 'node:timers/promises'
import type { Outline } from '../../../shared/contract/reporting.ts'
import type { ReportScope } from '../../../shared/domain/report/scope.ts'
import type { Count, OutlineTotals } from '../../../shared/domain/report/totals.ts'
import { dayLength, startOfLocalDay } from '../../../shared/language/time.ts'
import { anyEntry, type Journal, type OutlineRow } from '../../journal/index.ts'

const none = (): Count => ({ crossings: 0, people: 0 })
const hours = (): number[] => Array.from({ length: 24 }, () => 0)

const empty = (): OutlineTotals => ({
  all: none(),
  byDirection: { in: none(), out: none() },
  byHour: { in: hours(), out: hours() },
  byOutcome: { accepted: none(), check: none(), rejected: none(), unreadable: none() },
  byDecision: { admitted: none(), refused: none(), referred: none() },
})

function take(totals: OutlineTotals, { direction, outcome, decision, hour, crossings, people }: OutlineRow): void {
  const { all, byDirection, byOutcome, byDecision, byHour } = totals
  for (const count of [all, byDirection[direction], byOutcome[outcome], byDecision[decision]]) {
    count.crossings += crossings
    count.people += people
  }
  byHour[direction][hour] = (byHour[direction][hour] ?? 0) + crossings
}

/** Counts a time. @param now when it is counted, epoch milliseconds, and how the lane is called then */
export async function outlineOf(
  { outlines }: Pick<Journal, 'outlines'>,
  scope: ReportScope,
  now: { at: number; lane: string },
): Promise<Outline> {
  const spans = scope.lane === null ? [anyEntry] : outlines.entriesAt(scope.lane, now.lane)
  const outline = empty()
  const days: Outline['days'] = []
  let voided = 0
  for (let from = scope.from; from < scope.to; from = startOfLocalDay(from) + dayLength) {
    if (from > scope.from) await setImmediate()
    const day = { from, in: 0, out: 0 }
    const range = { from, to: Math.min(startOfLocalDay(from) + dayLength, scope.to) }
    for (const row of spans.flatMap((span) => outlines.of(range, scope.officer, span))) {
      if (scope.direction !== null && row.direction !== scope.direction) continue
      if (scope.decision !== null && row.decision !== scope.decision) continue
      if (row.voided === 1) {
        voided += row.crossings
        continue
      }
      take(outline, row)
      day[row.direction] += row.crossings
    }
    if (day.in + day.out > 0) days.push(day)
  }
  return { at: now.at, outline, voided, days }
}
