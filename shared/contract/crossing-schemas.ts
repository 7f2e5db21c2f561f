/** Schemas of crossings as they cross between the renderer and the program behind it. */
import * as v from 'valibot'
import { permissionKinds } from '../domain/crossing/above.ts'
import {
  decisions,
  directions,
  identityStandings,
  instantSchema,
  longestField,
  paperResultSchema,
  reasonCodes,
  reasonSchema,
  vehicleSchema,
} from '../domain/crossing/crossing.ts'
import { originZoneSchema, peopleSchema } from '../domain/crossing/crossing-edit.ts'
import { documentKinds } from '../document/document.ts'
import { fullnesses } from '../domain/crossing/room.ts'
import { findingSchema } from '../domain/finding-schema.ts'
import { longestComparedName } from '../domain/limits.ts'
import { outcomes } from '../domain/verdict.ts'
import { crossingOutcomeSchema } from './crossing-outcome-schema.ts'

const instant = v.pipe(v.number(), v.finite())
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** Why the disk would not take something. */
export const diskFailureSchema = v.picklist(['disk-full', 'read-only', 'failed'])

/** One thing that a traveller showed, in the few words that the screen needs. */
export const shownEvidenceSchema = v.strictObject({
  id,
  kind: v.picklist(['certificate', 'document', 'paper', 'stated', 'earlier']),
  /** Of a document. */
  documentKind: v.nullable(v.picklist(documentKinds)),
  name: v.nullable(v.string()),
  birthDate: v.nullable(v.string()),
  number: v.nullable(v.string()),
  paper: v.nullable(paperResultSchema),
})
export type ShownEvidence = v.InferOutput<typeof shownEvidenceSchema>

export const shownTravellerSchema = v.strictObject({
  id,
  name: v.nullable(v.string()),
  birthDate: v.nullable(v.string()),
  outcome: v.picklist(outcomes),
  reason: findingSchema,
  findings: v.array(findingSchema),
  identity: v.picklist(identityStandings),
  /** That they were refused or referred today: to be said whatever the reason is. */
  turnedAway: v.nullable(findingSchema),
  evidence: v.array(shownEvidenceSchema),
})
export type ShownTraveller = v.InferOutput<typeof shownTravellerSchema>

/** The crossing being built, as the screen shows it. */
export const openCrossingSchema = v.strictObject({
  direction: v.picklist(directions),
  vehicle: v.nullable(vehicleSchema),
  originZone: originZoneSchema,
  /** When it happened, where it is entered later, from paper. */
  happenedAt: v.nullable(instant),
  people: v.nullable(peopleSchema),
  travellers: v.array(shownTravellerSchema),
  current: v.nullable(id),
  awaitingNext: v.boolean(),
  /** Nothing has been scanned or typed. */
  empty: v.boolean(),
  /** What all of it comes to together. */
  whole: crossingOutcomeSchema,
  /** Decisions that need no reason. */
  expected: v.array(v.picklist(decisions)),
  /** To admit somebody of it wants words, and no stock reason: a positive, a forged or a revoked result. */
  grave: v.boolean(),
  /** The last crossing of this plate today. `again`: the same way, within the policy's minutes. */
  seen: v.nullable(
    v.strictObject({
      seq: id,
      at: instant,
      /** It was entered later, from paper. */
      later: v.boolean(),
      direction: v.picklist(directions),
      decision: v.picklist(decisions),
      people: count,
      again: v.boolean(),
    }),
  ),
  /** The crossing that was just decided, while it can still be undone. */
  undo: v.nullable(v.strictObject({ seq: id, decision: v.picklist(decisions), until: instant })),
  /** What the crossing that was decided last was corrected to since; null: it stands as it was decided. */
  corrected: v.nullable(
    v.strictObject({ seq: id, decision: v.picklist(decisions), state: v.picklist(['amended', 'voided']) }),
  ),
  /** Null where it is on disk; else why not: a restart would lose it. */
  unsaved: v.nullable(diskFailureSchema),
  /**
   * Why the last scan or edit is not in it; null: it is. `not-reopened`: the crossing of before a restart could not be read
   * again.
   */
  notDone: v.nullable(v.picklist([...fullnesses, 'not-reopened'])),
})
export type ShownCrossing = v.InferOutput<typeof openCrossingSchema>

/** A decision, on disk. `slip`: the number that the traveller is given. */
export const decidedSchema = v.variant('recorded', [
  v.strictObject({ recorded: v.literal(true), seq: id, at: instant, slip: v.string() }),
  v.strictObject({
    recorded: v.literal(false),
    /** `sign-in-needed`: nobody is signed in, and the policy wants somebody. `supervisor-needed`: see `needs`. */
    code: v.picklist([
      ...(['reason-needed', 'words-needed', 'count-needed', 'nobody', 'sign-in-needed', 'supervisor-needed'] as const),
      ...(['disk-full', 'read-only', 'failed'] as const),
    ]),
    /** What a supervisor would have to permit, and whether it may be done without one, by words, in an emergency. */
    needs: v.exactOptional(
      v.strictObject({ permissions: v.array(v.picklist(permissionKinds)), emergency: v.boolean() }),
    ),
  }),
])
export type Decided = v.InferOutput<typeof decidedSchema>

/** Whether the abandoned crossing is an entry. `nothing`: there was nothing in it. */
export const abandonedSchema = v.variant('recorded', [
  v.strictObject({ recorded: v.literal(true), seq: id, at: instant }),
  v.strictObject({ recorded: v.literal(false), code: v.picklist(['nothing', 'disk-full', 'read-only', 'failed']) }),
])
export type Abandoned = v.InferOutput<typeof abandonedSchema>

/** Whether the last decision was taken back. `begun`: the next crossing has been begun meanwhile. */
export const undoneSchema = v.variant('undone', [
  v.strictObject({ undone: v.literal(true) }),
  v.strictObject({
    undone: v.literal(false),
    code: v.picklist(['nothing', 'too-late', 'begun', 'disk-full', 'read-only', 'failed']),
  }),
])
export type Undone = v.InferOutput<typeof undoneSchema>

/** Whether a recorded crossing was corrected. */
export const correctedSchema = v.variant('recorded', [
  v.strictObject({ recorded: v.literal(true), seq: id, at: instant }),
  v.strictObject({
    recorded: v.literal(false),
    /** `happened-after`: it cannot have happened after it was entered. */
    code: v.picklist([
      'unknown',
      'erased',
      'voided',
      'words-needed',
      'happened-after',
      'disk-full',
      'read-only',
      'failed',
    ]),
  }),
])
export type Corrected = v.InferOutput<typeof correctedSchema>

/** A recorded crossing in one line of a list. */
export const crossingLineSchema = v.strictObject({
  seq: id,
  /** When it happened. */
  at: instant,
  /** When it was recorded, where that was later, from paper; null: when it happened. */
  enteredAt: v.nullable(instant),
  direction: v.picklist(directions),
  onFoot: v.boolean(),
  plate: v.nullable(v.string()),
  trailerPlate: v.nullable(v.string()),
  /** Names, the driver's first; null where nobody knows. */
  names: v.array(v.nullable(v.string())),
  outcome: v.picklist(outcomes),
  decision: v.picklist(decisions),
  reason: v.nullable(v.picklist(reasonCodes)),
  state: v.picklist(['recorded', 'amended', 'voided']),
})
export type CrossingLine = v.InferOutput<typeof crossingLineSchema>

/** The crossings of a day: voided ones are not counted. */
export const dayCrossingsSchema = v.strictObject({
  total: count,
  people: count,
  byDecision: v.strictObject({ admitted: count, refused: count, referred: count }),
  byDirection: v.strictObject({ in: count, out: count }),
  /** The last ten, newest first, voided ones among them. */
  last: v.array(crossingLineSchema),
})
export type DayCrossings = v.InferOutput<typeof dayCrossingsSchema>

/** Most lines that one search answers with. */
export const mostFound = 50

export const searchQuerySchema = v.strictObject({
  /** Part of a plate, of a name (with or without marks), of a number, or a certificate; empty: any. */
  text: v.pipe(v.string(), v.maxLength(longestField), v.trim()),
  /** Recorded from … (inclusive) to … (exclusive), epoch milliseconds. */
  from: v.nullable(instantSchema),
  to: v.nullable(instantSchema),
  decision: v.nullable(v.picklist(decisions)),
  direction: v.nullable(v.picklist(directions)),
})
export type SearchQuery = v.InferOutput<typeof searchQuerySchema>

/** Newest first. `more`: there are others; narrow the search. */
export const searchAnswerSchema = v.strictObject({ lines: v.array(crossingLineSchema), more: v.boolean() })
export type SearchAnswer = v.InferOutput<typeof searchAnswerSchema>

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
  withinMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(240)),
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

/** A plate of today that what was typed so far may mean. */
export const plateSuggestionSchema = v.strictObject({
  plate: v.string(),
  at: instant,
  direction: v.picklist(directions),
  people: count,
})
export type PlateSuggestion = v.InferOutput<typeof plateSuggestionSchema>

export const decisionInputSchema = v.strictObject({
  decision: v.picklist(decisions),
  reason: v.nullable(reasonSchema),
  /** There is no time for a supervisor: the reason says why, and a supervisor sees it later. */
  emergency: v.exactOptional(v.boolean()),
})

/** A correction of a recorded crossing: what changes, and why. */
export const amendInputSchema = v.strictObject({
  of: id,
  decision: v.picklist(decisions),
  vehicle: v.nullable(vehicleSchema),
  /** When it happened, before it was entered; null: when it was entered; absent: that stays as it is. */
  happenedAt: v.exactOptional(v.nullable(instantSchema)),
  why: reasonSchema,
})
