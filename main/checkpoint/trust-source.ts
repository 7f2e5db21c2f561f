/** The address that what is believed was fetched from last, for the next laptop. A stick has no address there. */
import * as v from 'valibot'
import { readEntries } from '../journal/index.ts'
import { isAddress } from '../trust/index.ts'

/** Entries that are looked through: a day of a busy lane, in some ten milliseconds. */
const mostLooked = 5_000

const updatedSchema = v.object({ from: v.string() })

/** Null where none was used lately. @param folder of the journal @throws what `readEntries` throws */
export function trustSource(folder: string, key: Uint8Array): string | null {
  let found: string | null = null
  for (const { entry, payload } of readEntries(folder, key, mostLooked)) {
    if (entry.kind !== 'trust.updated' || payload === null) continue
    const read = v.safeParse(updatedSchema, JSON.parse(payload))
    if (read.success && isAddress(read.output.from)) found = read.output.from
  }
  return found
}
