/**
 * The totals of a time, as screen, file, paper and the entry of a closed day have them: one shape, so that no two of them can
 * differ. Everything is counted from crossings that count; what was voided or erased is said beside it. JSON-safe.
 */
import * as v from 'valibot'
import { reasonCodes, vehicleKinds } from '../crossing/crossing.ts'
import { findingCodeSchema } from '../finding/finding-schema.ts'

const number = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** A vehicle's kind; `on-foot`: none; `unsaid`: nobody said what it was. */
export const countedKinds = [...vehicleKinds, 'on-foot', 'unsaid'] as const
export type CountedKind = (typeof countedKinds)[number]

/** Crossings and the people in them. */
export const countSchema = v.strictObject({ crossings: number, people: number })
export type Count = v.InferOutput<typeof countSchema>

/** A count of something that is called by a text. */
const namedSchema = v.strictObject({ name: v.string(), ...countSchema.entries })
export type Named = v.InferOutput<typeof namedSchema>

/** Of an officer by their number; null: nobody had signed in. */
const ofOfficerSchema = v.strictObject({ officer: v.nullable(v.string()), ...countSchema.entries })
export type OfOfficer = v.InferOutput<typeof ofOfficerSchema>

/** The most that are named singly: what fits a page beside the rest. */
export const mostNamed = 20

/** More officers than work at a post. */
const mostOfficers = 1000

const hoursSchema = v.pipe(v.array(number), v.length(24))
const ofOutcome = <S extends v.GenericSchema>(schema: S) =>
  v.strictObject({ accepted: schema, check: schema, rejected: schema, unreadable: schema })

/** What a row of a crossing says without its payload: enough for the first numbers of a screen. */
export const outlineTotalsSchema = v.strictObject({
  all: countSchema,
  byDirection: v.strictObject({ in: countSchema, out: countSchema }),
  /** By the hour in which they happened, 0 to 23, in Viet Nam. */
  byHour: v.strictObject({ in: hoursSchema, out: hoursSchema }),
  /** Of each crossing as a whole. */
  byOutcome: ofOutcome(countSchema),
  byDecision: v.strictObject({ admitted: countSchema, refused: countSchema, referred: countSchema }),
})
export type OutlineTotals = v.InferOutput<typeof outlineTotalsSchema>

export const totalsSchema = v.strictObject({
  ...outlineTotalsSchema.entries,
  /** Of each traveller. */
  peopleByOutcome: ofOutcome(number),
  /** Why a decision departed from what the verdict asks for. */
  byReason: v.record(v.picklist(reasonCodes), countSchema),
  /** Why travellers were not accepted. */
  byFinding: v.record(findingCodeSchema, number),
  byKind: v.strictObject({
    motorbike: countSchema,
    car: countSchema,
    bus: countSchema,
    truck: countSchema,
    tractor: countSchema,
    special: countSchema,
    other: countSchema,
    'on-foot': countSchema,
    unsaid: countSchema,
  }),
  /** Where those who came in came from, as officers wrote it, the most first; the others in one. */
  byOrigin: v.strictObject({
    named: v.pipe(v.array(namedSchema), v.maxLength(mostNamed)),
    others: countSchema,
    unsaid: countSchema,
  }),
  /** Who decided, the most first. */
  byOfficer: v.pipe(v.array(ofOfficerSchema), v.maxLength(mostOfficers)),
  /** Decisions that departed from the verdict, and whose. */
  overrides: v.strictObject({
    ...countSchema.entries,
    byOfficer: v.pipe(v.array(ofOfficerSchema), v.maxLength(mostOfficers)),
  }),
  /** Let pass as an emergency, whatever the verdict was; and how many of them no supervisor has seen yet. */
  emergencies: v.strictObject({ ...countSchema.entries, unseen: number }),
  /** People who were referred in this time and were neither let pass in it since, nor showed what they were sent for. */
  openReferrals: number,
  /** Corrected since they were recorded, and entered later, from paper. */
  amended: number,
  enteredLater: number,
  /** From the first scan to the decision, in seconds; null where nothing was scanned. */
  handling: v.nullable(v.strictObject({ measured: number, median: number, ninetieth: number, longest: number })),
})
export type Totals = v.InferOutput<typeof totalsSchema>

/**
 * What of a time is not among its crossings, and what was scanned in it: of the same part of it as they are. Null where that
 * part cannot be told: what was erased says neither officer nor lane nor hour, and a code not whose crossing it was.
 */
export const besideSchema = v.strictObject({
  /** Crossings that did not take place as they were recorded, and those whose content was erased. */
  voided: number,
  erased: v.nullable(number),
  scans: v.nullable(number),
  /** Scans of codes that nobody could read. */
  unreadable: v.nullable(number),
})
export type Beside = v.InferOutput<typeof besideSchema>
