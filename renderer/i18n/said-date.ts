/** Dates as people in Viet Nam write them. */
import { shownText } from '../../shared/language/shown-text.ts'

/** `YYYY-MM-DD` (or less of it, or parts of it masked) as written in Viet Nam: `dd/MM/yyyy`. Anything else stays, fit to be seen. */
export function sayDate(date: string): string {
  return /^\d{4}(-(\d{2}|\*\*)){0,2}$/.test(date) ? date.split('-').toReversed().join('/') : shownText(date)
}
