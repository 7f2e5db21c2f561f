/** What the fields of the search ask the program for. */
import type { SearchQuery } from '../../../../shared/contract/crossing-line-schemas.ts'
import { longestField } from '../../../../shared/domain/crossing/crossing.ts'
import { endOfDay, readTypedDay } from '../../../ui/typed-days.ts'

/** The fields as they are filled in. Days as typed; empty: any. */
export interface SearchFields extends Pick<SearchQuery, 'text' | 'decision' | 'direction'> {
  from: string
  to: string
}

export const emptySearch: SearchFields = { text: '', from: '', to: '', decision: null, direction: null }

/** `from`, `to`: that is no day. `order`: the last day is before the first. */
export type DaysFault = 'from' | 'to' | 'order'

/** The question, or the field that keeps it from being asked. Both days count as a whole. */
export function readSearch(fields: SearchFields): { ok: true; query: SearchQuery } | { ok: false; fault: DaysFault } {
  const days = readDays(fields)
  if (!days.ok) return days
  const { text, decision, direction } = fields
  const { from, to } = days
  return { ok: true, query: { text: text.trim().slice(0, longestField), from, to, decision, direction } }
}

/** Two typed days as instants, from … (inclusive) to … (exclusive), epoch milliseconds; null where nothing is typed. */
export function readDays(
  fields: Pick<SearchFields, 'from' | 'to'>,
): { ok: true; from: number | null; to: number | null } | { ok: false; fault: DaysFault } {
  const from = readTypedDay(fields.from)
  const last = readTypedDay(fields.to)
  if (from === undefined) return { ok: false, fault: 'from' }
  if (last === undefined) return { ok: false, fault: 'to' }
  if (from !== null && last !== null && last < from) return { ok: false, fault: 'order' }
  return { ok: true, from, to: last === null ? null : endOfDay(last) }
}
