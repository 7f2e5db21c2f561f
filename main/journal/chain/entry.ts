/** One line of the journal, and the hash that chains it to the one before. */
import { hash } from 'node:crypto'
import { headerText, type Header } from '../../../shared/ledger/entry.ts'

export { genesis, type Entry, type Header } from '../../../shared/ledger/entry.ts'

/** SHA-256 in lower-case hex. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}

/** The hash of an entry. */
export const entryHash = (entry: Header): string => sha256(headerText(entry))
