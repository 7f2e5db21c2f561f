/** Where a chain of entries ends, or ended once. */
import * as v from 'valibot'

/** The last entry's number and hash. */
export const endSchema = v.object({ seq: v.number(), hash: v.string() })
export type End = v.InferOutput<typeof endSchema>
