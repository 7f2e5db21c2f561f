/**
 * The contract: the methods the renderer may call, each with who may call it, and the events it may hear. Nothing else
 * crosses. Each room says its own part in a file of its own; here they are put together.
 *
 * Payloads are JSON-safe (no Date, Map, bigint or bytes), so that both shells carry them alike.
 */
import type * as v from 'valibot'
import { accessesMethods } from './accesses.ts'
import { kioskEvents, kioskMethods } from './kiosk.ts'
import { journalMethods } from './journal.ts'
import { lessonMethods } from './lesson.ts'
import { laneEvents, laneMethods } from './lane.ts'
import { recordsMethods } from './records.ts'
import { officersEvents, officersMethods } from './officers.ts'
import { reportingEvents, reportingMethods } from './reporting.ts'
import type { Caller } from './role.ts'
import { setUpMethods } from './set-up.ts'
import { shiftEvents, shiftMethods } from './shift.ts'
import { syncEvents, syncMethods } from './sync.ts'
import { trustEvents, trustMethods } from './trust.ts'

/** Methods, each with the schema of its input and of its answer, and the roles that may call it. */
export const methods = {
  ...accessesMethods,
  ...journalMethods,
  ...kioskMethods,
  ...laneMethods,
  ...lessonMethods,
  ...officersMethods,
  ...recordsMethods,
  ...reportingMethods,
  ...setUpMethods,
  ...shiftMethods,
  ...syncMethods,
  ...trustMethods,
} as const satisfies Record<
  string,
  { input: v.GenericSchema<unknown, unknown>; output: v.GenericSchema<unknown, unknown>; roles: readonly Caller[] }
>

/** Events, each with the schema of what it carries. */
export const events = {
  ...kioskEvents,
  ...laneEvents,
  ...officersEvents,
  ...reportingEvents,
  ...shiftEvents,
  ...syncEvents,
  ...trustEvents,
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
