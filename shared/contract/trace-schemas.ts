/** Schemas of contact tracing: whom, and who was met. */
import * as v from 'valibot'
import { decisions, directions, instantSchema, longestField } from '../domain/crossing/crossing.ts'
import { longestComparedName } from '../domain/limits.ts'
import { diskFailureSchema } from './crossing-schemas.ts'
import { count, id, instant } from './number-schemas.ts'

/** Minutes on either side of a crossing: four hours are a queue, more is another day’s traffic. */
export const mostMinutesApart = 240

/** Whom to trace: a vehicle by its plate, or a person by number, or by name and birth date together. */
export const traceSubjectSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('plate'), plate: v.pipe(v.string(), v.minLength(1), v.maxLength(longestField)) }),
  v.strictObject({
    kind: v.literal('person'),
    number: v.nullable(v.pipe(v.string(), v.maxLength(longestField))),
    /** As long as a certificate may have it. */
    name: v.nullable(v.pipe(v.string(), v.maxLength(longestComparedName))),
    birthDate: v.nullable(v.pipe(v.string(), v.maxLength('YYYY-MM-DD'.length))),
  }),
])
export const traceQuerySchema = v.strictObject({
  subject: traceSubjectSchema,
  from: instantSchema,
  to: instantSchema,
  /** How close in time others count as met in the lane. */
  withinMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostMinutesApart)),
})
export type TraceQuery = v.InferOutput<typeof traceQuerySchema>

/** The closest that somebody came: in the same crossing, on that vehicle another time, in the lane at about that time. */
export const relations = ['subject', 'same-crossing', 'same-vehicle', 'nearby'] as const
export type Relation = (typeof relations)[number]

export const traceLineSchema = v.strictObject({
  relation: v.picklist(relations),
  crossing: id,
  at: instant,
  /** When the crossing was recorded, where that was later, from paper. */
  enteredAt: v.nullable(instant),
  direction: v.picklist(directions),
  onFoot: v.boolean(),
  plate: v.nullable(v.string()),
  decision: v.picklist(decisions),
  name: v.nullable(v.string()),
  birthDate: v.nullable(v.string()),
  numbers: v.array(v.string()),
  /** Minutes between this crossing and the subject's closest one. */
  minutesApart: v.number(),
})
export type TraceLine = v.InferOutput<typeof traceLineSchema>

/** By relation, then by time. A person who was met several times has a line for each. `more`: the list was cut short. */
export const traceAnswerSchema = v.strictObject({ lines: v.array(traceLineSchema), more: v.boolean() })
export type TraceAnswer = v.InferOutput<typeof traceAnswerSchema>

/** A list that may leave as a file, for that it does is in the journal; or why it may not. */
export const traceExportSchema = v.variant('recorded', [
  v.strictObject({ recorded: v.literal(true), answer: traceAnswerSchema }),
  /** `reason-needed`: why has to be said first. */
  v.strictObject({ recorded: v.literal(false), code: v.picklist([...diskFailureSchema.options, 'reason-needed']) }),
])

/** `pdf`: its bytes in base64. `not-made`: it is in the journal that it leaves, and yet the file could not be made. */
export const tracePaperSchema = v.variant('recorded', [
  v.strictObject({ recorded: v.literal(true), pdf: v.string(), lines: count }),
  v.strictObject({
    recorded: v.literal(false),
    code: v.picklist([...diskFailureSchema.options, 'reason-needed', 'not-made']),
  }),
])
