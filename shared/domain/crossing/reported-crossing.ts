/**
 * A recorded crossing as reports take it: as it is now, with whose journal it stands in. Kiosk, epoch and number together
 * name it once and for all, so that rows of several journals can be laid together and none stands there twice.
 */
import type { Crossing } from './crossing.ts'

/** How a post and its lane are called. */
export interface Place {
  post: string
  lane: string
}

/** One crossing that counts: what was voided is none. */
export interface ReportedCrossing {
  kiosk: string
  /** Of the entry that recorded it: the hash of its epoch's first entry. */
  epoch: string
  /** The entry that recorded it. */
  seq: number
  /** Where the kiosk stood then; null: where it still stands. */
  place: Place | null
  /** When it happened, epoch milliseconds. */
  at: number
  /** When it was recorded, where that was later, from paper, epoch milliseconds; null: when it happened. */
  enteredAt: number | null
  /** When the first of its codes was scanned, epoch milliseconds; null: none was, or that entry is not there. */
  startedAt: number | null
  /** Who decided; null: nobody had signed in. */
  officer: string | null
  /** Let pass in an emergency that no supervisor has said to have seen. */
  unseenEmergency: boolean
  /** Whether it was corrected since. */
  amended: boolean
  crossing: Crossing
}
