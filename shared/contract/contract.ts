/**
 * The contract: the methods the renderer may call and the events it may hear. Nothing else crosses.
 *
 * Payloads are JSON-safe (no Date, Map, bigint or bytes), so that both shells carry them alike.
 */
import * as v from 'valibot'
import {
  daySchema,
  kioskSchema,
  longestText,
  scanAnswerSchema,
  scanSourceSchema,
  settingsChangeSchema,
  settingsSchema,
  standingSchema,
} from './schemas.ts'

/** Methods, each with the schema of its input and of its answer. */
export const methods = {
  /** Everything the screen needs to draw itself the first time. */
  'kiosk.read': { input: v.strictObject({}), output: kioskSchema },
  /** Verifies one scanned text and records it; answers once it is on disk. */
  'scan.verify': {
    input: v.strictObject({
      text: v.pipe(v.string(), v.minLength(1), v.maxLength(longestText)),
      source: scanSourceSchema,
    }),
    output: scanAnswerSchema,
  },
  /** A person says that the clock is right; what contradicted it so far no longer counts. Recorded. */
  'clock.confirm': { input: v.strictObject({}), output: standingSchema },
  /** Changes some settings; answers with all of them. */
  'settings.write': { input: settingsChangeSchema, output: settingsSchema },
} as const

/** Events, each with the schema of what it carries. */
export const events = {
  /** The day's counts or its last scans have changed. */
  'day.changed': daySchema,
  /** What is believed has changed or grown older, or the clock is in doubt or no longer. */
  'standing.changed': standingSchema,
} as const

export type Method = keyof typeof methods
export type Input<M extends Method> = v.InferOutput<(typeof methods)[M]['input']>
export type Output<M extends Method> = v.InferOutput<(typeof methods)[M]['output']>
export type Event = keyof typeof events
export type EventPayload<E extends Event> = v.InferOutput<(typeof events)[E]>

/** One handler a method: what the program behind the renderer must provide. */
export type Handlers = { [M in Method]: (input: Input<M>) => Output<M> | Promise<Output<M>> }

/** Sends an event to whoever listens. */
export type Emit = <E extends Event>(event: E, payload: EventPayload<E>) => void

/** The caller's side, as `connect` in shared/rpc makes it. */
export interface Client {
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  on<E extends Event>(event: E, listener: (payload: EventPayload<E>) => void): () => void
  close(): void
}
