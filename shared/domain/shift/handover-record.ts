/**
 * The handover record of a shift (biên bản bàn giao ca trực): what it came to, who handed it over and who took it, what is
 * open, which orders changed, who corrected what and why, and the journal's signed head. On paper that head convicts a journal
 * which was changed afterwards.
 */
import * as v from 'valibot'
import { whoSchema } from '../../ledger/officers.ts'
import { reasonSchema } from '../crossing/crossing.ts'
import { orderChangeSchema } from './orders.ts'
import { shiftTotalsSchema } from './shift-totals.ts'

/** Epoch milliseconds. */
const instant = v.pipe(v.number(), v.finite())
const entryNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** An officer as they were called then; null: nobody was signed in. */
const somebody = v.nullable(v.strictObject(whoSchema.entries))

/** Where a kiosk stands. */
export const postSchema = v.strictObject({ name: v.string(), lane: v.string() })
export type Post = v.InferOutput<typeof postSchema>

/** A crossing that was corrected in a shift. */
export const correctionLineSchema = v.strictObject({
  /** The entry that corrects, and when it was written. */
  seq: entryNumber,
  at: instant,
  kind: v.picklist(['amended', 'voided']),
  /** The crossing, by its entry; null where the correction's content is erased. */
  of: v.nullable(entryNumber),
  by: somebody,
  /** Null where the decision was taken back within seconds, which asks for no reason, and where it is erased. */
  why: v.nullable(reasonSchema),
})
export type CorrectionLine = v.InferOutput<typeof correctionLineSchema>

/** Orders that came into force in a shift, and who has said that they know them. */
export const changedOrdersSchema = v.strictObject({
  seq: entryNumber,
  at: instant,
  changes: v.array(orderChangeSchema),
  acknowledged: v.array(v.strictObject({ who: v.strictObject(whoSchema.entries), at: instant })),
})
export type ChangedOrders = v.InferOutput<typeof changedOrdersSchema>

export const handoverRecordSchema = v.strictObject({
  kiosk: v.string(),
  /** Where it stood then; null: the version that closed the shift did not say. */
  post: v.nullable(postSchema),
  /** The entry that closes the shift. */
  seq: entryNumber,
  /** When the shift before was closed, from where all is counted; null: from the journal's beginning. */
  from: v.nullable(instant),
  /** Who opened it and when; null: nobody did, and it goes on from the one before. */
  opened: v.nullable(v.strictObject({ at: instant, by: somebody })),
  /** When it was closed, and by whom. */
  to: instant,
  outgoing: somebody,
  /** Who took over, and when; null: nobody has yet. */
  incoming: v.nullable(v.strictObject({ at: instant, who: v.strictObject(whoSchema.entries) })),
  /** Why nobody was there to take over, in the words of whoever closed it; null: that was not said. */
  absent: v.nullable(v.string()),
  totals: shiftTotalsSchema,
  /** The oldest first. `more`: there are others, in the journal alone. */
  corrections: v.strictObject({ lines: v.array(correctionLineSchema), more: v.boolean() }),
  /** The oldest first. */
  orders: v.array(changedOrdersSchema),
  /** The signed head as `chot journal verify --head` takes it; null where the disk did not take it. */
  head: v.nullable(v.string()),
})
export type HandoverRecord = v.InferOutput<typeof handoverRecordSchema>

/** Most corrections that a record lists: two pages of them. */
export const mostCorrectionsListed = 60

/** A closed shift in one line of a list. */
export const closedShiftSchema = v.strictObject({
  ...v.pick(handoverRecordSchema, ['seq', 'from', 'to', 'outgoing', 'incoming', 'absent']).entries,
  crossings: v.pipe(v.number(), v.integer(), v.minValue(0)),
  people: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export type ClosedShift = v.InferOutput<typeof closedShiftSchema>
