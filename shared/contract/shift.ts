/** Shifts: closing one, and the report of it. */
import * as v from 'valibot'
import { shiftClosedSchema, shiftReportSchema } from './crossing-schemas.ts'
import { onDuty } from './role.ts'

export const shiftMethods = {
  /** Closes the shift, where no crossing is open: an entry, and a signed head that the printed report carries. */
  'shift.close': { input: v.strictObject({}), output: shiftClosedSchema, roles: onDuty },
  /** The report of the shift that was closed last, to be printed again; null: none was closed yet. */
  'shift.last': { input: v.strictObject({}), output: v.nullable(shiftReportSchema), roles: onDuty },
} as const
