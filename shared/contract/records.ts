/** Recorded crossings: found, opened, traced and corrected. */
import * as v from 'valibot'
import { accessReasonSchema } from '../domain/officer/access-reason.ts'
import { noteSchema, reasonSchema } from '../domain/crossing/crossing.ts'
import { amendInputSchema, correctedSchema } from './crossing-schemas.ts'
import { searchAnswerSchema, searchQuerySchema } from './crossing-line-schemas.ts'
import { traceAnswerSchema, traceExportSchema, tracePaperSchema, traceQuerySchema } from './trace-schemas.ts'
import { referralsAnswerSchema } from './referral-schemas.ts'
import { recordedCrossingSchema } from './recorded-schemas.ts'
import { slipSchema } from './slip-schema.ts'
import { readersOf } from '../ledger/entry-kinds.ts'
import { atTheLane, supervising } from './role.ts'

/** Whoever may read a crossing. */
const crossings = readersOf('crossing.recorded')

/** Why whoever asks looks at people; null: nothing that asks for it, or not said yet. */
const because = v.nullable(accessReasonSchema)

/** What was asked for; or why somebody wants to see it has to be said first, and nothing was looked up. */
const asked = <T extends v.GenericSchema<unknown, unknown>>(answer: T) =>
  v.variant('kind', [
    v.strictObject({ kind: v.literal('found'), answer }),
    v.strictObject({ kind: v.literal('reason-needed') }),
  ])

const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

export const recordsMethods = {
  /**
   * A recorded crossing as it is now, with its earlier versions; null where there is none, or its content is erased. One that
   * whoever asks recorded in this shift asks for no reason.
   */
  'crossing.read': {
    input: v.strictObject({ seq, because }),
    output: asked(v.nullable(recordedCrossingSchema)),
    roles: crossings,
  },
  /** Corrects a recorded crossing. What it was stays in the journal. */
  'crossing.amend': { input: amendInputSchema, output: correctedSchema, roles: supervising },
  /** Says of a recorded crossing that it did not take place so. */
  'crossing.void': {
    input: v.strictObject({ of: seq, why: reasonSchema }),
    output: correctedSchema,
    roles: supervising,
  },
  /** Adds a note to a recorded crossing, voided or not. */
  'crossing.note': { input: v.strictObject({ of: seq, text: noteSchema }), output: correctedSchema, roles: crossings },
  /** The slip of whoever was refused or referred, to be printed; it names nobody. Null where nobody is to have one. */
  'crossing.slip': { input: v.strictObject({ seq }), output: v.nullable(slipSchema), roles: atTheLane },
  /** Recorded crossings by plate, name, number, certificate, time and decision. By a plate, or part of one, it asks for no reason. */
  'crossings.search': {
    input: v.strictObject({ ...searchQuerySchema.entries, because }),
    output: asked(searchAnswerSchema),
    roles: crossings,
  },
  /** Who was sent to the medical post in the last days, and has not been let pass since. */
  'referrals.open': { input: v.strictObject({}), output: referralsAnswerSchema, roles: crossings },
  /** Everybody whom a person or vehicle met: for the health authorities. */
  'crossings.trace': {
    input: v.strictObject({ ...traceQuerySchema.entries, because }),
    output: asked(traceAnswerSchema),
    roles: supervising,
  },
  /** The same, to be saved as a file: an entry says so first, and where there can be none nothing is given. */
  'crossings.export': {
    input: v.strictObject({ ...traceQuerySchema.entries, because }),
    output: traceExportSchema,
    roles: supervising,
  },
  /** The same as a report of the decree's form, to be printed and signed: made beside the lane. */
  'crossings.paper': {
    input: v.strictObject({ ...traceQuerySchema.entries, because }),
    output: tracePaperSchema,
    roles: supervising,
  },
} as const
