/** Shifts: opened, closed with counts that are confirmed, handed over, and read again. */
import * as v from 'valibot'
import { closedShiftSchema, handoverRecordSchema } from '../domain/shift/handover-record.ts'
import { orderChangeSchema } from '../domain/shift/orders.ts'
import { shiftTotalsSchema } from '../domain/shift/shift-totals.ts'
import { longestAbsence } from '../ledger/shift-payloads.ts'
import { diskFailureSchema } from './crossing-schemas.ts'
import { onDuty } from './role.ts'
import { instant } from './number-schemas.ts'

const entryNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** Most closed shifts that one list has: a week of three a day. */
export const mostShiftsListed = 21

const failed = v.strictObject({ recorded: v.literal(false), code: diskFailureSchema })
const recorded = v.strictObject({ recorded: v.literal(true) })

/** The shift as it stands. */
export const shiftStandingSchema = v.strictObject({
  /** Who opened it; null: nobody has since the last one was closed. */
  opened: handoverRecordSchema.entries.opened,
  /** When the last one was closed; null: none was. */
  from: v.nullable(instant),
  totals: shiftTotalsSchema,
  /** The one that was closed last, where somebody is to take it over and nobody has yet; a kiosk without officers has none. */
  waiting: v.nullable(closedShiftSchema),
})

export const shiftClosedSchema = v.variant('recorded', [
  v.strictObject({ recorded: v.literal(true), record: handoverRecordSchema }),
  v.strictObject({
    recorded: v.literal(false),
    /**
     * `crossing-open`: somebody stands in the lane, whom the shift that ends has not decided about. `counts-changed`: it comes
     * to something else than what was confirmed.
     */
    code: v.picklist([...diskFailureSchema.options, 'crossing-open', 'counts-changed']),
    /** What it comes to now, where that is why. */
    totals: v.exactOptional(shiftTotalsSchema),
  }),
])

/** What waits for whoever has come to the desk. */
export const dutySchema = v.strictObject({
  /** The shift before theirs, which they have not said that they take over. */
  takesOver: v.nullable(v.strictObject({ ...closedShiftSchema.entries, open: shiftTotalsSchema.entries.open })),
  /** The orders, where they changed and this officer has not said that they know. */
  orders: v.nullable(v.strictObject({ seq: entryNumber, at: instant, changes: v.array(orderChangeSchema) })),
})

export const shiftMethods = {
  'shift.read': { input: v.strictObject({}), output: shiftStandingSchema, roles: onDuty },
  /** Opens a shift, where none is. Somebody who signs in opens theirs by that. */
  'shift.open': { input: v.strictObject({}), output: v.variant('recorded', [recorded, failed]), roles: onDuty },
  /**
   * Closes the shift, where no crossing is open and it comes to what was confirmed: an entry, and a signed head that the printed
   * record carries.
   */
  'shift.close': { input: v.strictObject({ confirmed: shiftTotalsSchema }), output: shiftClosedSchema, roles: onDuty },
  /** What whoever is signed in is to be told as they begin. */
  'shift.duty': { input: v.strictObject({}), output: dutySchema, roles: onDuty },
  /** They have been told, and take over from the shift that this entry closed, and know the orders of that entry. */
  'shift.take': {
    input: v.strictObject({ closed: v.nullable(entryNumber), orders: v.nullable(entryNumber) }),
    output: v.variant('recorded', [recorded, failed]),
    roles: onDuty,
  },
  /** Nobody is there to take over from the shift that this entry closed; why, in words. */
  'shift.leave': {
    input: v.strictObject({
      closed: entryNumber,
      absent: v.pipe(v.string(), v.maxLength(longestAbsence), v.trim(), v.minLength(1)),
    }),
    output: v.variant('recorded', [
      v.strictObject({ recorded: v.literal(true), record: handoverRecordSchema }),
      v.strictObject({
        recorded: v.literal(false),
        /** `taken-over`: somebody has taken over meanwhile. */
        code: v.picklist([...diskFailureSchema.options, 'taken-over']),
      }),
    ]),
    roles: onDuty,
  },
  /** Closed shifts, the newest first; `before`: those before this entry. */
  'shift.list': {
    input: v.strictObject({ before: v.nullable(entryNumber) }),
    output: v.strictObject({ shifts: v.array(closedShiftSchema), more: v.boolean() }),
    roles: onDuty,
  },
  /** The record of the shift that an entry closed; null: that entry closed none. */
  'shift.record': {
    input: v.strictObject({ seq: entryNumber }),
    output: v.nullable(handoverRecordSchema),
    roles: onDuty,
  },
} as const

export const shiftEvents = {
  /** A shift was opened, closed or taken over, or the orders are others: whoever shows any of that reads it again. */
  'shift.changed': v.strictObject({}),
} as const

export type ShiftStanding = v.InferOutput<typeof shiftStandingSchema>
export type ShiftClosed = v.InferOutput<typeof shiftClosedSchema>
export type Duty = v.InferOutput<typeof dutySchema>
