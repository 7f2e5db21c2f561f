/**
 * One passage of one vehicle or group on foot, as it stands in the journal: its travellers, what each of them showed,
 * what was concluded and what the officer decided. JSON-safe.
 *
 * It is about people: every field of it is erased with the entry's payload.
 */
import * as v from 'valibot'
import { formats, statementKinds } from '../../certificate/certificate.ts'
import { documentKinds } from '../../document/document.ts'
import { findingCodeSchema } from '../finding/finding-schema.ts'
import { aboveSchema } from './above-schema.ts'
import { earliestInstant, latestInstant, longestField, longestNote, mostRecordedTravellers } from '../limits.ts'
import { outcomes } from '../finding/verdict.ts'

export { longestField, longestNote } from '../limits.ts'

/** `in`: into the province. */
export const directions = ['in', 'out'] as const
export type Direction = (typeof directions)[number]

/** `special`: ambulances, fire engines, police and army vehicles. */
export const vehicleKinds = ['motorbike', 'car', 'bus', 'truck', 'tractor', 'special', 'other'] as const
export type VehicleKind = (typeof vehicleKinds)[number]

/** What the officer does. `referred`: to the medical post. */
export const decisions = ['admitted', 'refused', 'referred'] as const
export type Decision = (typeof decisions)[number]

/** Why a decision departs from the verdict. Codes are stable: journals keep them. `other` asks for words. */
export const decisionReasons = [
  'papers-seen',
  'supervisor-agreed',
  'emergency',
  'official-duty',
  'priority-vehicle',
  'below-age',
  'symptoms',
  'identity-doubted',
  'papers-missing',
  'order',
  'turned-back',
  'other',
] as const
export type DecisionReason = (typeof decisionReasons)[number]

/** All reasons that an entry may give: of decisions, and of corrections. */
export const reasonCodes = [...decisionReasons, 'entered-wrongly'] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** Why a recorded crossing is corrected, in the order in which they are offered. */
export const correctionReasons = [
  'entered-wrongly',
  'papers-seen',
  'papers-missing',
  'identity-doubted',
  'symptoms',
  'emergency',
  'supervisor-agreed',
  'order',
  'turned-back',
  'other',
] as const satisfies readonly ReasonCode[]

const line = v.pipe(v.string(), v.maxLength(longestField), v.trim())
/** A field of free text; empty is null. */
export const fieldSchema = v.pipe(
  v.nullable(line),
  v.transform((text) => text || null),
)
/** An instant that is taken from outside, epoch milliseconds. */
export const instantSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(earliestInstant), v.maxValue(latestInstant))
const entryNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

export const vehicleSchema = v.strictObject({
  /** As usually written (see shared/domain/plate/plate.ts); null where it has none or none can be read. */
  plate: fieldSchema,
  /** Of a trailer or semi-trailer. */
  trailerPlate: fieldSchema,
  kind: v.nullable(v.picklist(vehicleKinds)),
  /** Carrier or route, as the officer writes it. */
  carrier: fieldSchema,
  from: fieldSchema,
  to: fieldSchema,
})
export type Vehicle = v.InferOutput<typeof vehicleSchema>

/** A result on paper, typed by the officer who saw it: a claim, not verified. */
export const paperResultSchema = v.strictObject({
  laboratory: fieldSchema,
  number: fieldSchema,
  /** When the sample was taken, epoch milliseconds. */
  sampledAt: v.nullable(instantSchema),
  method: v.picklist(['naat', 'rapid-antigen', 'unknown']),
  result: v.picklist(['negative', 'positive', 'unknown']),
})
export type PaperResult = v.InferOutput<typeof paperResultSchema>

/**
 * How a certificate and the papers beside it stand to each other: the identity check's own three, `confirmed` where an
 * officer compared what the check could not, `alone` where there is nothing to compare with.
 */
export const identityStandings = ['same', 'look', 'different', 'confirmed', 'alone'] as const
export type IdentityStanding = (typeof identityStandings)[number]

export const travellerSchema = v.strictObject({
  /** The best that is known: as the document has it, else the certificate, else as typed. Null: nobody has said. */
  name: v.nullable(v.string()),
  birthDate: v.nullable(v.string()),
  /** Identity numbers, the document's first. */
  numbers: v.array(v.string()),
  /** With what the traveller showed all together. */
  outcome: v.picklist(outcomes),
  reason: findingCodeSchema,
  identity: v.picklist(identityStandings),
  certificate: v.nullable(
    v.strictObject({
      /** The entry of its scan; null where the disk did not take that. */
      scan: v.nullable(entryNumber),
      /** Its own identifier, else its digest: what it is searched by. */
      id: v.string(),
      /** Equal for the same certificate, however its code is written (see `Verdict`); not in entries of before. */
      digest: v.exactOptional(v.string()),
      format: v.picklist(formats),
      kind: v.picklist(statementKinds),
      /** The name on it. */
      name: v.string(),
      /** Until when it holds, epoch milliseconds; null where nothing says. */
      validUntil: v.nullable(v.pipe(v.number(), v.finite())),
    }),
  ),
  documents: v.array(
    v.strictObject({ scan: v.nullable(entryNumber), kind: v.picklist(documentKinds), number: v.string() }),
  ),
  paper: v.nullable(paperResultSchema),
})
/** A traveller of a recorded crossing. In a vehicle the first is the driver. */
export type Traveller = v.InferOutput<typeof travellerSchema>

export const reasonSchema = v.strictObject({
  code: v.picklist(reasonCodes),
  note: v.pipe(
    v.nullable(v.pipe(v.string(), v.maxLength(longestNote), v.trim())),
    v.transform((text) => text || null),
  ),
})
export type Reason = v.InferOutput<typeof reasonSchema>

/** What an officer adds to a crossing in words. */
export const noteSchema = v.pipe(v.string(), v.maxLength(longestNote), v.trim(), v.minLength(1))

export const crossingSchema = v.strictObject({
  direction: v.picklist(directions),
  /** Null: on foot. */
  vehicle: v.nullable(vehicleSchema),
  /** How many people there are, where somebody counted. */
  people: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostRecordedTravellers))),
  travellers: v.pipe(v.array(travellerSchema), v.maxLength(mostRecordedTravellers)),
  /** Of all travellers together. */
  outcome: v.picklist(outcomes),
  decision: v.picklist(decisions),
  /** When it happened, where it was entered later, from paper. Else it happened when it was recorded. */
  happenedAt: v.exactOptional(instantSchema),
  /** Null where the decision is the one that the verdict asks for. */
  reason: v.nullable(reasonSchema),
  /** There where it was not the officer's to decide alone. */
  above: v.exactOptional(aboveSchema),
})
/** A crossing as its entry keeps it. */
export type Crossing = v.InferOutput<typeof crossingSchema>

/** A crossing that was given up before anything was decided. */
export type Undecided = Omit<Crossing, 'decision' | 'reason' | 'above'>
