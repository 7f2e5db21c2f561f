/** What the hub tells somebody, until somebody has acknowledged it. */
import * as v from 'valibot'
import { modes } from '../domain/mode.ts'
import { enrolmentSchema } from '../sync/schemas.ts'

export const alertKinds = [
  /** The journal has two ends: somebody goes on with a copy of it. */
  'fork',
  /** A batch whose chain does not hold is kept apart. */
  'quarantined',
  /** A withdrawn checkpoint has sent something; it is held. */
  'revoked',
  /** So many batches are kept apart that no more are. */
  'kept-full',
  /** The checkpoint has receipts for more than the hub has. */
  'hub-went-back',
  /** A supervisor began an epoch there from the last entry that both know. */
  'epoch-begun',
  /** The laptop was reported lost. */
  'lost',
] as const
export type AlertKind = (typeof alertKinds)[number]

const ordinal = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

const alertSchema = v.object({
  enrolment: enrolmentSchema,
  /** The checkpoint's name. */
  name: v.string(),
  mode: v.picklist(modes),
  /** Its place among this checkpoint's alerts. */
  number: ordinal,
  kind: v.picklist(alertKinds),
  /** The first entry that it is about; null: it is about none. */
  seq: v.nullable(v.number()),
  /** Epoch milliseconds. */
  raisedAt: v.number(),
})
export type Alert = v.InferOutput<typeof alertSchema>

/** The newest first. */
export const alertsSchema = v.array(alertSchema)

export const acknowledgementSchema = v.strictObject({
  enrolment: enrolmentSchema,
  /** The highest number of those that were on the screen: what came since has not been seen. */
  through: ordinal,
})
export type Acknowledgement = v.InferOutput<typeof acknowledgementSchema>

export const acknowledgedSchema = v.object({ acknowledged: v.pipe(v.number(), v.safeInteger()) })
