/**
 * A date and its time of day in two columns. They are one sample time where what stands in them leaves no doubt: one
 * column holds nothing but dates, the other nothing but times of day. Anything else is two sample times, and refused.
 */
import { readWrittenTime } from '../../../shared/domain/time/written-time.ts'
import type { Column, TimePart } from './column.ts'
import { isCellError } from '../result/written-forms.ts'
import type { Cell, Line } from '../table/table.ts'
import { spelledTimeOfDay } from '../result/time-of-day.ts'

const yearLast = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/

function partOf({ kind, text }: Cell): TimePart | null {
  if (kind === 'other') return null
  if (spelledTimeOfDay(text) !== null) return 'time'
  return yearLast.test(text) || readWrittenTime(text)?.precision === 'day' ? 'date' : null
}

/** The part that all cells of a column hold; empty ones hold any. Null: none, or several. */
function partIn(lines: readonly Line[], index: number): TimePart | null {
  const filled = lines.flatMap(({ cells }) => cells[index] ?? []).filter(({ text }) => text !== '')
  const parts = new Set(filled.map(partOf))
  return parts.size === 1 ? ([...parts][0] ?? null) : null
}

/** Tells which of two columns of the sample time is the date and which the time of day; others stay as they are. */
export function partTimes(columns: readonly Column[], lines: readonly Line[]): Column[] {
  const two = columns.filter(({ field }) => field === 'sampledAt')
  const parts = new Map(two.map((column) => [column, partIn(lines, column.index)]))
  const isPair = two.length === 2 && new Set(parts.values()).size === 2 && ![...parts.values()].includes(null)
  return columns.map((column) => (isPair ? { ...column, part: parts.get(column) ?? null } : column))
}

/** Both cells as one, of the kind of the date's. One that is empty is missing in it, as in a column of both. */
export function joinedTime(date: Cell, time: Cell): Cell {
  const broken = [date, time].find(({ text }) => isCellError(text))
  if (broken) return broken
  const parts = [date.text, spelledTimeOfDay(time.text) ?? time.text]
  return { kind: date.kind, text: parts.filter((part) => part !== '').join(' ') }
}
