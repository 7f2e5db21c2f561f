/** What a job's thread and the program say to each other. */
import * as v from 'valibot'

/** What a thread starts with (`workerData`). */
export interface JobOrder {
  kind: string
  input: unknown
  journalFolder: string
  journalKey: Uint8Array
  /** One 32-bit number; anything but 0 means that the job is cancelled. Read without a message, for a busy thread hears none. */
  cancelled: SharedArrayBuffer
}

/** What a thread says: how far it is and what it asks, any number of times, then how it ended. It is told an answer to each question. */
export const jobMessageSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('progress'), done: v.number(), total: v.nullable(v.number()) }),
  v.strictObject({ kind: v.literal('asks'), question: v.unknown() }),
  v.strictObject({ kind: v.literal('done'), output: v.unknown() }),
  v.strictObject({ kind: v.literal('cancelled') }),
  v.strictObject({ kind: v.literal('failed'), code: v.nullable(v.string()), why: v.string() }),
])
export type JobMessage = v.InferOutput<typeof jobMessageSchema>
