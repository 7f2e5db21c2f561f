/** An entry as the table `entries` has it. */
import type { Entry } from './entry.ts'

/** A row of the table `entries`. */
export type EntryRow = Entry & { payload: string | null }

/** The columns of `EntryRow`. */
export const entryColumns =
  'seq, id, at, kiosk, officer, kind, payload_hash AS payloadHash, previous, hash, signer, signature, payload'
