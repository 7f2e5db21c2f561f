/** What is decided about one checkpoint, and what comes of it. Instants are epoch milliseconds. */
import * as v from 'valibot'
import { enrolmentSchema } from '../sync/schemas.ts'

/**
 * `revoke`: believed no more, and what it still sends is held; `release`: what was held is let in; `replace`: like revoke,
 * and its name is free; `lost`: like revoke, and who may be exposed is counted.
 */
export const kioskDeeds = ['revoke', 'release', 'replace', 'lost'] as const
export type KioskDeed = (typeof kioskDeeds)[number]

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** What whoever decides was told before: how many entries lie on the laptop alone. Nobody replaces one with more than that. */
export const decidingSchema = v.object({ waiting: count })

/** What came of the batches that were held. */
const releasedSchema = v.object({
  /** Entries of these are in the totals now. */
  taken: count,
  /** Kept apart for another reason. */
  apart: count,
  /** Held as before. */
  held: count,
})
export type Released = v.InferOutput<typeof releasedSchema>

/** What may be in strangers' hands. */
const exposedSchema = v.object({
  /** Told apart by identity number, else by name and birth date, so never too few. */
  people: count,
  crossings: count,
  /** Entries about people, scans among them. */
  entries: count,
  /** When the first and the last of these were written; null: there are none. */
  from: v.nullable(v.number()),
  through: v.nullable(v.number()),
  /** Of these, entries whose content this hub has erased: how many people they name is known no more. */
  unread: count,
  /** Entries that the checkpoint had and this hub has not, as it last said; null: it never said. */
  notHere: v.nullable(count),
})
export type Exposed = v.InferOutput<typeof exposedSchema>

export const deedDoneSchema = v.object({
  enrolment: enrolmentSchema,
  name: v.string(),
  /** Of `release`; else null. */
  released: v.nullable(releasedSchema),
  /** Of `lost`; else null. */
  lost: v.nullable(
    v.object({
      /** When it was first reported. */
      at: v.number(),
      /** When the report of the breach of personal data is due: 72 hours after. */
      deadline: v.number(),
      exposed: exposedSchema,
    }),
  ),
})
export type DeedDone = v.InferOutput<typeof deedDoneSchema>
