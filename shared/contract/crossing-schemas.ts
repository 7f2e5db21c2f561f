/** Schemas of the crossing that is being built and of what becomes of it, as they cross between the renderer and the program behind it. */
import * as v from 'valibot'
import { permissionKinds } from '../domain/crossing/above.ts'
import {
  decisions,
  directions,
  identityStandings,
  instantSchema,
  paperResultSchema,
  reasonSchema,
  vehicleSchema,
} from '../domain/crossing/crossing.ts'
import { originZoneSchema, peopleSchema } from '../domain/crossing/crossing-edit.ts'
import { documentKinds } from '../document/document.ts'
import { fullnesses } from '../domain/crossing/room.ts'
import { findingSchema } from '../domain/finding/finding-schema.ts'
import { outcomes } from '../domain/finding/verdict.ts'
import { whoSchema } from '../ledger/officers.ts'
import { crossingOutcomeSchema } from './crossing-outcome-schema.ts'
import { count, id, instant } from './number-schemas.ts'

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

/** On whose word a crossing was decided that was not its officer's to decide alone. */
export const decidedAboveSchema = v.variant('by', [
  v.strictObject({
    by: v.literal('permission'),
    given: v.array(v.strictObject({ what: v.picklist(permissionKinds), by: whoSchema })),
  }),
  v.strictObject({ by: v.literal('emergency') }),
])
export type DecidedAbove = v.InferOutput<typeof decidedAboveSchema>

/** A decision, on disk. `slip`: the number that the traveller is given; `above` null: it was the officer's own. */
export const decidedSchema = v.variant('recorded', [
  v.strictObject({
    recorded: v.literal(true),
    seq: id,
    at: instant,
    slip: v.string(),
    above: v.nullable(decidedAboveSchema),
  }),
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
