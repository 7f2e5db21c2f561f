/** Days as the fields of a search take them: `22/11/2026`, in Viet Nam's calendar. */
import { dayLength, localDay } from '../../shared/language/time.ts'
import { readTypedDate } from './typed-times.ts'

/** When the day begins that was typed, epoch milliseconds; null where nothing was, undefined where it is no whole date. */
export function readTypedDay(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const day = readTypedDate(text)
  return day?.length === 'YYYY-MM-DD'.length ? Date.parse(`${day}T00:00:00+07:00`) : undefined
}

/** When a day ends that begins at `instant`. Epoch milliseconds. */
export function endOfDay(instant: number): number {
  return instant + dayLength
}

/** The day that is so many days from that of `instant`, as it is typed. */
export function typedDay(instant: number, days = 0): string {
  return localDay(instant + days * dayLength)
    .split('-')
    .toReversed()
    .join('/')
}
