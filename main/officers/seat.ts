/** A place in a session, with whoever has signed in there. Instants are epoch milliseconds. */
import type { Signer } from '../journal/index.ts'

/** Whoever has signed in. */
export interface Seat {
  number: string
  /** Null while the session is asleep. */
  signer: Signer | null
  key: string
  /** So that whoever was left alone needs no more than the PIN. */
  badge: Uint8Array | null
  since: number
  /** By running time, as all that follows. */
  begun: number
  touched: number
}
