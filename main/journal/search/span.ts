/**
 * Spans of the search index: a day while it is being filled, and its whole week once that is over. A batch touches the
 * little text of one day, and a search over a year reads some fifty places and not 365.
 */
import { dayLength, startOfLocalDay } from '../../../shared/language/time.ts'

const zone = 7 * 3_600_000
const daysAWeek = 7
/** 1 January 1970 was a Thursday; weeks begin on Mondays. */
const daysFromMonday = 3

/** So far into either direction keys are numbers that JavaScript holds exactly. */
const lastDay = 1_000_000

/** The first day, counted from 1970 in Viet Nam's calendar, twice; one more for a week. */
export type Span = number

/** The day of an instant. @param at epoch milliseconds */
export function dayOf(at: number): Span {
  const day = Math.ceil(startOfLocalDay(at) / dayLength)
  return Math.min(Math.max(day, -lastDay), lastDay) * 2
}

const firstDay = (span: Span): number => Math.floor(span / 2)
const mondayOf = (day: number): number => Math.floor((day + daysFromMonday) / daysAWeek) * daysAWeek - daysFromMonday
const startOfDay = (day: number): number => day * dayLength - zone

/** Whether a span is a week and no day. */
export const isWeek = (span: Span): boolean => span !== firstDay(span) * 2

/** The week that a span is in, or is. */
export const weekOf = (span: Span): Span => mondayOf(firstDay(span)) * 2 + 1

/** The days of a week, oldest first. */
export const daysOf = (week: Span): Span[] =>
  Array.from({ length: daysAWeek }, (_, count) => (firstDay(week) + count) * 2)

/** When a span begins, epoch milliseconds. */
export const startOf = (span: Span): number => startOfDay(firstDay(span))

/** When a span is over: its first instant after, epoch milliseconds. */
export const endOf = (span: Span): number => startOfDay(firstDay(span) + (isWeek(span) ? daysAWeek : 1))
