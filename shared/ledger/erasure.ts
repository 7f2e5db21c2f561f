/** What a 'journal.erased' entry says: which payloads were erased, and what of them is still counted. */
import * as v from 'valibot'
import { decisions, directions } from '../domain/crossing/crossing.ts'
import { outcomes } from '../domain/finding/verdict.ts'

const count = v.number()

export const erasureSchema = v.object({
  /** Payloads of entries from before this instant (epoch milliseconds) … */
  before: v.number(),
  /** … up to this entry, the last that was delivered. A crossing goes as a whole or not at all. */
  through: v.number(),
  /** Of who looked at whom, those from before this instant; absent: none of them. */
  accessBefore: v.exactOptional(v.number()),
  /** Scans that lost their payload now, by day of Viet Nam's calendar and outcome. */
  counts: v.array(v.object({ day: v.string(), outcome: v.picklist(outcomes), count })),
  /** Crossings that did, voided ones apart. Erasures from before there were crossings do not say. */
  crossings: v.optional(
    v.array(
      v.object({
        day: v.string(),
        direction: v.picklist(directions),
        decision: v.picklist(decisions),
        crossings: count,
        people: count,
      }),
    ),
    [],
  ),
})

export type Erasure = v.InferOutput<typeof erasureSchema>
