/** What travels over a Wire: calls one way, answers and events the other. Whatever arrives is parsed before it is used. */
import * as v from 'valibot'
import { faultCodes } from './fault.ts'

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** A call: `id` is the caller's own number for it and comes back with the answer. */
export const callSchema = v.strictObject({ id, method: v.pipe(v.string(), v.maxLength(64)), input: v.unknown() })

export const answerSchema = v.union([
  v.strictObject({ id, output: v.unknown() }),
  v.strictObject({ id, error: v.strictObject({ code: v.picklist(faultCodes), message: v.string() }) }),
])

export const eventSchema = v.strictObject({ event: v.string(), payload: v.unknown() })

export type Call = v.InferOutput<typeof callSchema>
export type Answer = v.InferOutput<typeof answerSchema>
