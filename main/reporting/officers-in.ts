/** Whose crossings a report may be asked for by name: everybody who is or was an officer in a journal. */
import type { KnownOfficer } from '../../shared/domain/report/officer-named.ts'
import { readAccounts } from '../journal/index.ts'
import type { JournalToRead } from './crossings-of.ts'

export const officersIn = ({ folder, key }: JournalToRead): KnownOfficer[] =>
  [...readAccounts(folder, key).values()].map(({ number, name, rank }) => ({ number, name, rank }))
