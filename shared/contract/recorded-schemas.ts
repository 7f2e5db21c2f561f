/** A recorded crossing as it is opened: as it is now, and what became of it since it was recorded. */
import * as v from 'valibot'
import { crossingSchema, reasonSchema } from '../domain/crossing/crossing.ts'
import { crossingLineSchema } from './crossing-line-schemas.ts'
import { decidedAboveSchema } from './crossing-schemas.ts'

/** What a correction may change of a recorded crossing. */
const correctableSchema = v.pick(crossingSchema, ['decision', 'reason', 'vehicle', 'happenedAt'])
export type Correctable = v.InferOutput<typeof correctableSchema>

/** The entry that says so, and when it was written. */
const entry = { seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), at: v.pipe(v.number(), v.finite()) }

export const crossingChangeSchema = v.variant('kind', [
  /** `was`: as it was until then. What it became, the next correction says, else the crossing as it is now. */
  v.strictObject({ kind: v.literal('amended'), ...entry, why: reasonSchema, was: correctableSchema }),
  /** `why` is null where the decision was taken back within seconds, which asks for no reason. */
  v.strictObject({ kind: v.literal('voided'), ...entry, why: v.nullable(reasonSchema) }),
  v.strictObject({ kind: v.literal('noted'), ...entry, text: v.string() }),
])
export type CrossingChange = v.InferOutput<typeof crossingChangeSchema>

/** `above`: on whose word it was decided; null: the officer's own. `history`: the oldest change first. */
export const recordedCrossingSchema = v.strictObject({
  line: crossingLineSchema,
  crossing: crossingSchema,
  above: v.nullable(decidedAboveSchema),
  history: v.array(crossingChangeSchema),
})
export type RecordedCrossing = v.InferOutput<typeof recordedCrossingSchema>
