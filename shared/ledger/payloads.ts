/**
 * What the payloads of entries say, as far as this version reads them. A journal keeps what every version wrote, so members
 * that a later one added are not demanded of earlier entries, and what is not read here stays where it is.
 */
import * as v from 'valibot'
import { scanSourceSchema } from '../contract/schemas.ts'
import { decisions, directions, reasonCodes } from '../domain/crossing/crossing.ts'
import { findingSchema } from '../domain/finding/finding-schema.ts'
import { modes } from '../domain/mode.ts'
import { outcomes } from '../domain/finding/verdict.ts'
import { endSchema } from './end.ts'
import { issuedReportSchema } from './issued-report.ts'

/** The number of an entry. */
export const entryNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const instant = v.pipe(v.number(), v.finite())

/** A crossing as far as lists and counts need it: less than the whole, so that many can be read at once. */
export const crossingOutlineSchema = v.object({
  direction: v.picklist(directions),
  vehicle: v.nullable(v.object({ plate: v.nullable(v.string()), trailerPlate: v.nullable(v.string()) })),
  travellers: v.array(v.object({ name: v.nullable(v.string()) })),
  happenedAt: v.exactOptional(v.number()),
  outcome: v.picklist(outcomes),
  decision: v.picklist(decisions),
  reason: v.nullable(v.object({ code: v.picklist(reasonCodes) })),
})
export type CrossingOutline = v.InferOutput<typeof crossingOutlineSchema>

/** The same of one that was given up before anything was decided. */
export const abandonedSchema = v.object({ crossing: v.omit(crossingOutlineSchema, ['decision', 'reason']) })
export type UndecidedOutline = v.InferOutput<typeof abandonedSchema>['crossing']

export const scanSchema = v.object({
  source: scanSourceSchema,
  outcome: v.picklist(outcomes),
  reason: findingSchema,
  certificate: v.nullable(v.object({ holder: v.object({ name: v.string() }) })),
  document: v.nullish(v.object({ name: v.string() })),
})

/** What an epoch begins behind: the last entry of what was there before, as far as anybody knew. */
export const earlierHeadSchema = v.object({
  ...endSchema.entries,
  /** Null where nobody could read it. */
  epoch: v.nullable(hash),
})
export type EarlierHead = v.InferOutput<typeof earlierHeadSchema>

export const begunSchema = v.object({
  mode: v.picklist(modes),
  /** The journal that was set aside for this one, by its folder in the profile. */
  follows: v.exactOptional(v.object({ ...earlierHeadSchema.entries, folder: v.string() })),
})
export type Begun = v.InferOutput<typeof begunSchema>

/** Why a journal goes on from a copy. */
export const restoredWhy = ['restored', 'moved'] as const
export type RestoredWhy = (typeof restoredWhy)[number]

export const restoredSchema = v.object({
  why: v.picklist(restoredWhy),
  /** Where the copy ended. */
  from: earlierHeadSchema,
  /** The furthest that anything still vouched for, where that is not where the copy ended: what lies between is lost here. */
  known: v.nullable(endSchema),
})
export type RestoredFrom = v.InferOutput<typeof restoredSchema>

/** The last entry that a hub has as this journal has it: the next one is the first of an epoch of its own. */
export const branchedSchema = v.object({ after: endSchema })

/** The kiosk's keys from here on. `statement` is what is signed, byte for byte: see `keyStatementSchema`. */
export const keysSchema = v.object({ statement: v.string(), old: v.string(), new: v.string() })

const numbered = v.object({ number: entryNumber, public: v.string() })

/** Of a change of keys: both keys from then on (32 bytes in base64url), and the number of the one that signed until then. */
export const keyStatementSchema = v.object({ kiosk: v.string(), sign: numbered, box: numbered, replaces: entryNumber })
export type KeyStatement = v.InferOutput<typeof keyStatementSchema>

/**
 * The hub whose receipts count from here on, by its Ed25519 key (32 bytes in base64url); under which enrolment the entries
 * go there; and how it is reached: null, only by stick.
 */
export const hubSchema = v.object({
  hub: v.string(),
  key: v.string(),
  enrolment: v.exactOptional(v.string()),
  address: v.exactOptional(v.nullable(v.string())),
  /** SHA-256 of the certificate of the authority that its own is issued by; null: one that the system knows. */
  ca: v.exactOptional(v.nullable(v.string())),
  /** To whom to seal, as that hub signed it then; a newer list may have come since. */
  sealing: v.exactOptional(v.string()),
})

/** How people were looked at. */
export const accessKinds = ['access.opened', 'access.searched', 'access.traced', 'access.exported'] as const
export type AccessKind = (typeof accessKinds)[number]

/** People by a keyed hash (see docs/journal-format.md). */
const people = v.array(hash)

/** Why somebody looked; absent where none was asked for. A later version may know other reasons. */
const because = v.exactOptional(v.object({ code: v.string(), note: v.nullable(v.string()) }))

export const openedSchema = v.object({ crossing: entryNumber, people, because })
export const lookedForSchema = v.object({ people, found: count, because })
/** Entries of the journal, each as it is; or a list of so many lines, with whomever it names. */
export const exportedSchema = v.union([
  /** `report`: there where it was a report, and not the journal itself. `backup`: they left sealed, with the whole profile. */
  v.object({ entries: count, report: v.exactOptional(issuedReportSchema), backup: v.exactOptional(v.literal(true)) }),
  v.object({ people, lines: count, because }),
])

export const amendedSchema = v.object({ of: entryNumber, crossing: crossingOutlineSchema })
export const recordedSchema = v.object({ crossing: crossingOutlineSchema })
export const voidedSchema = v.object({ of: entryNumber })
export const notedSchema = v.object({ of: entryNumber, text: v.string() })

export const clockSchema = v.object({
  doubt: v.exactOptional(v.string()),
  knownAt: v.exactOptional(v.nullable(instant)),
})
export const clockConfirmedSchema = v.object({ dismissed: v.optional(v.nullable(instant), null) })

/** Events of trust: what they say besides is the business of the room that writes them. */
export const trustUpdatedSchema = v.object({ from: v.exactOptional(v.string()) })
export const trustRefusedSchema = v.object({ from: v.exactOptional(v.string()) })
export const trustDamagedSchema = v.object({ code: v.string() })
export const trustBelievedSchema = v.object({ from: v.picklist(['folder', 'repository']) })

/** From here on the command card of this number is the newest. */
export const cardSchema = v.object({ card: entryNumber })

export const nothingSchema = v.object({})
/** How a version that was never released kept a receipt, without a signature: it proves nothing. */
export const oldReceiptSchema = v.object({ through: entryNumber, hash: v.string() })
