/** On whose word a crossing was decided that was not its officer's to decide alone, as its entry keeps it. */
import * as v from 'valibot'

const entryNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** On whose word somebody was let pass against a verdict: the entries that permit it, or nobody's, since there was no time. */
export const aboveSchema = v.variant('by', [
  v.strictObject({ by: v.literal('permission'), entries: v.array(entryNumber) }),
  v.strictObject({ by: v.literal('emergency') }),
])
export type Above = v.InferOutput<typeof aboveSchema>
