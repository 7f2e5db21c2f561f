/**
 * The contract: the methods the renderer may call and the events it may hear. Nothing else crosses.
 *
 * Payloads are JSON-safe (no Date, Map, bigint or bytes), so that both shells carry them alike.
 */
import * as v from 'valibot'
import { crossingEditSchema } from '../domain/crossing/crossing-edit.ts'
import { longestField, reasonSchema } from '../domain/crossing/crossing.ts'
import {
  amendInputSchema,
  correctedSchema,
  decidedSchema,
  decisionInputSchema,
  openCrossingSchema,
  plateSuggestionSchema,
  recordedCrossingSchema,
  searchAnswerSchema,
  searchQuerySchema,
  shiftClosedSchema,
  shiftReportSchema,
  traceAnswerSchema,
  traceQuerySchema,
  undoneSchema,
} from './crossing-schemas.ts'
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

const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** Methods, each with the schema of its input and of its answer. */
export const methods = {
  /** Everything the screen needs to draw itself the first time. */
  'kiosk.read': { input: v.strictObject({}), output: kioskSchema },
  /** Verifies one scanned text, records it, and puts it to the open crossing; answers once it is on disk. */
  'scan.verify': {
    input: v.strictObject({
      text: v.pipe(v.string(), v.minLength(1), v.maxLength(longestText)),
      source: scanSourceSchema,
    }),
    output: scanAnswerSchema,
  },
  /** Changes the open crossing by hand; answers with it. */
  'crossing.edit': { input: crossingEditSchema, output: openCrossingSchema },
  /** Records the open crossing with the officer's decision, and begins an empty one; answers once it is on disk. */
  'crossing.decide': { input: decisionInputSchema, output: decidedSchema },
  /** Takes back the decision of a few seconds ago: the crossing is open again. */
  'crossing.undo': { input: v.strictObject({}), output: undoneSchema },
  /** A recorded crossing as it is now; null where there is none, or its content is erased. */
  'crossing.read': { input: v.strictObject({ seq }), output: v.nullable(recordedCrossingSchema) },
  /** Corrects a recorded crossing. What it was stays in the journal. */
  'crossing.amend': { input: amendInputSchema, output: correctedSchema },
  /** Says of a recorded crossing that it did not take place so. */
  'crossing.void': { input: v.strictObject({ of: seq, why: reasonSchema }), output: correctedSchema },
  /** Plates of today that a few typed characters may mean, the latest first; at most eight. */
  'plates.suggest': {
    input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(longestField)) }),
    output: v.array(plateSuggestionSchema),
  },
  /** Recorded crossings by plate, name, number, certificate, time and decision. */
  'crossings.search': { input: searchQuerySchema, output: searchAnswerSchema },
  /** Everybody whom a person or vehicle met: for the health authorities. */
  'crossings.trace': { input: traceQuerySchema, output: traceAnswerSchema },
  /** Closes the shift: an entry, and a signed head that the printed report carries. */
  'shift.close': { input: v.strictObject({}), output: shiftClosedSchema },
  /** The report of the shift that was closed last, to be printed again; null: none was closed yet. */
  'shift.last': { input: v.strictObject({}), output: v.nullable(shiftReportSchema) },
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
  /** The open crossing has changed, or the last one can no longer be undone. */
  'crossing.changed': openCrossingSchema,
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
