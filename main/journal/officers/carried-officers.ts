/**
 * Officers who go on in a journal that is begun behind another: with the keys that they had, which the same PINs and badges
 * open, and with the tries that they had used up.
 */
import {
  applyAccount,
  applyTry,
  appointedSchema,
  subjectOf,
  type Account,
  type Appointed,
} from '../../../shared/ledger/officers.ts'
import * as v from 'valibot'
import {
  officerEntriesAfter,
  officerEntryOf,
  wrappedKeyOf,
  type CarriedOfficer,
  type OfficerRow,
} from './officer-book.ts'
import { openToRead } from '../file/open-to-read.ts'

/**
 * Those of the journal in a folder who may sign in, and have a key there.
 * @throws what opening a journal to read throws
 */
export function readCarried(folder: string, journalKey: Uint8Array): CarriedOfficer[] {
  const database = openToRead(folder, journalKey)
  try {
    const accounts = new Map<string, Account>()
    const tries = new Map<string, number>()
    const appointed = new Map<string, Appointed>()
    for (const row of database.prepare<[number], OfficerRow>(officerEntriesAfter).iterate(0)) {
      const entry = officerEntryOf(row)
      applyAccount(accounts, entry)
      applyTry(tries, entry)
      const said = v.safeParse(appointedSchema, entry.payload)
      const number = subjectOf(entry)
      if (said.success && number !== null) appointed.set(number, said.output)
    }
    const wrappedKey = database.prepare<[string, string], string>(wrappedKeyOf).pluck()
    return [...accounts.values()].flatMap(({ number, name, rank, role, key, removed }) => {
      const said = appointed.get(number)
      const wrapped = wrappedKey.get(key, number)
      if (removed || !said || wrapped === undefined) return []
      const carried = { name, rank, role, tried: tries.get(number) ?? 0 }
      return [{ said: { ...said, carried }, kept: { officer: number, public: key, wrapped } }]
    })
  } finally {
    database.close()
  }
}
