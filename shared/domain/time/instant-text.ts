/** Instants that stand as text in files which we read: valibot's side of the one grammar of times (written-time.ts). */
import * as v from 'valibot'
import { readWrittenTime } from './written-time.ts'

/** A time with its zone that exists. `Date.parse` would take 30 February for 2 March. */
export const instantText = v.pipe(
  v.string(),
  v.check((text) => readWrittenTime(text)?.precision === 'instant', 'is not a date and time with its zone'),
)

/** Epoch milliseconds of a text for which the schema holds; null where there is none. */
export function instantOf(text: string | undefined): number | null {
  return text === undefined ? null : (readWrittenTime(text)?.epoch ?? null)
}
