/** What entries about shifts say: one opened, closed and handed over, and the orders that officers go by. */
import * as v from 'valibot'
import { postSchema } from '../domain/shift/handover-record.ts'
import { ordersSchema } from '../domain/shift/orders.ts'
import { leftOpenSchema, shiftTotalsSchema } from '../domain/shift/shift-totals.ts'
import { whoSchema } from './officers.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const entryNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const instant = v.pipe(v.number(), v.finite())
/** As they were called then; null: nobody was signed in. */
const somebody = v.nullable(whoSchema)

/** Longest words in which somebody says why nobody takes over. */
export const longestAbsence = 200

export const shiftOpenedSchema = v.object({ by: somebody })

const totals = shiftTotalsSchema.entries

/** What the first versions did not say is null, and none of what they did not count. */
export const shiftClosedSchema = v.object({
  from: v.nullable(instant),
  ...v.pick(shiftTotalsSchema, ['scans', 'crossings', 'amended', 'voided']).entries,
  enteredLater: v.optional(count, 0),
  unreadable: v.optional(totals.unreadable, null),
  unsigned: v.optional(totals.unsigned, null),
  open: v.optional(v.nullable(v.object(leftOpenSchema.entries)), null),
  by: v.optional(somebody, null),
  post: v.optional(v.nullable(v.object(postSchema.entries)), null),
})
export type ShiftClosedPayload = v.InferOutput<typeof shiftClosedSchema>

/** `closed`: the entry that closed the shift. `to` null: nobody was there, and `absent` says why. */
export const handedOverSchema = v.object({
  closed: entryNumber,
  from: somebody,
  to: somebody,
  absent: v.nullable(v.string()),
})

/** The orders in force from here on. */
export const ordersChangedSchema = v.object({ orders: ordersSchema })

/** An officer knows the orders of an entry. */
export const ordersAcknowledgedSchema = v.object({ orders: entryNumber, who: whoSchema })
