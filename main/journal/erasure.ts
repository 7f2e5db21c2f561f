/** What a 'journal.erased' entry says: which payloads were erased, and what of them is still counted. */
import * as v from 'valibot'
import { outcomes } from '../../shared/domain/verdict.ts'

export const erasureSchema = v.object({
  /** Payloads of entries from before this instant (epoch milliseconds) … */
  before: v.number(),
  /** … up to this entry, the last that was delivered. */
  through: v.number(),
  /** Scans that lost their payload now, by day of Viet Nam's calendar and outcome. */
  counts: v.array(v.object({ day: v.string(), outcome: v.picklist(outcomes), count: v.number() })),
})

export type Erasure = v.InferOutput<typeof erasureSchema>

/** The kinds whose payload is about a person. The others stay: the clock's watch and an inquiry need them. */
export const personalKind = 'scan.verified'
