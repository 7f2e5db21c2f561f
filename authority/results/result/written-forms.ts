/** What a cell holds in place of a date or a time that is accepted: each kind has its own sentence. */
import type { StatedOrder } from '../columns/fields.ts'
import type { FaultCode } from './faults.ts'

/** Errors that a spreadsheet shows in a cell, also where it was saved as text. */
const cellError = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#+)$/i
const timeOnly = /^\d{1,2}(?:[:hg]\d{0,2}){1,2}(?:\s*[ap]\.?m\.?)?$/i
/** Days since 1900 of the years 1909 to 2173, as a spreadsheet counts them where the cell is no date to it. */
const serialNumber = /^\d{4,5}[.,]\d+$|^\d{5}$/

export function isCellError(text: string): boolean {
  return cellError.test(text)
}

export function isTimeOnly(text: string): boolean {
  return timeOnly.test(text)
}

/** The fault of a text that is in no accepted form. @param other where nothing more is known of it */
export function formFault<T extends FaultCode>(text: string, other: T): T | 'time-only' | 'date-number' {
  if (isTimeOnly(text)) return 'time-only'
  return serialNumber.test(text) ? 'date-number' : other
}

/** The fault of a date in an accepted form that does not exist, which the order of day and month may explain. */
export function unrealFault<T extends FaultCode>(order: StatedOrder, other: T): T | 'not-in-month-order' {
  return order === 'month-first' ? 'not-in-month-order' : other
}
