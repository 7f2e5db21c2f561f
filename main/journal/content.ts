/** What entries say: their kinds, and of each kind that a table is derived from, what that table needs. */
import * as v from 'valibot'
import { scanSourceSchema } from '../../shared/contract/schemas.ts'
import { decisions, directions, reasonCodes } from '../../shared/domain/crossing/crossing.ts'
import { findingSchema } from '../../shared/domain/finding-schema.ts'
import { outcomes } from '../../shared/domain/verdict.ts'
import { erasureSchema } from './erasure.ts'

const entryNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

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

const scanSchema = v.object({
  source: scanSourceSchema,
  outcome: v.picklist(outcomes),
  reason: findingSchema,
  certificate: v.nullable(v.object({ holder: v.object({ name: v.string() }) })),
  document: v.nullish(v.object({ name: v.string() })),
})

const projectedSchema = v.variant('kind', [
  v.object({ kind: v.literal('scan.verified'), payload: scanSchema }),
  v.object({ kind: v.literal('crossing.recorded'), payload: v.object({ crossing: crossingOutlineSchema }) }),
  v.object({
    kind: v.literal('crossing.amended'),
    payload: v.object({ of: entryNumber, crossing: crossingOutlineSchema }),
  }),
  v.object({ kind: v.literal('crossing.voided'), payload: v.object({ of: entryNumber }) }),
  v.object({ kind: v.literal('crossing.noted'), payload: v.object({ of: entryNumber, text: v.string() }) }),
  v.object({ kind: v.literal('journal.erased'), payload: erasureSchema }),
  /** Somebody else has the entries up to `through`, whose hash is `hash`. */
  v.object({ kind: v.literal('receipt.received'), payload: v.object({ through: entryNumber, hash: v.string() }) }),
])

/** An entry's content as far as tables are derived from it. */
export type Projected = v.InferOutput<typeof projectedSchema>

const projectedKinds: ReadonlySet<string> = new Set(projectedSchema.options.map(({ entries }) => entries.kind.literal))

/** What is recorded besides scans and crossings. */
export type EventKind =
  | 'trust.updated'
  | 'trust.refused'
  | 'trust.damaged'
  | 'trust.believed'
  | 'clock.doubted'
  | 'clock.confirmed'
  /** What the journal is for: its `mode`. The first entry; in a journal of an earlier version a later one. */
  | 'journal.begun'
  /** Something was found that does not agree: a `Discord` (see check/discord.ts). */
  | 'journal.doubted'
  /** What is derived was made anew, and something came out different. */
  | 'journal.rebuilt'
  /** The journal goes on from a backup: `seq` and `hash` of the last entry that is in it. */
  | 'journal.restored'
  /** Who the checkpoint is was changed: `from`, `to`. */
  | 'checkpoint.changed'
  /** The secret is kept in another way: `kept`. */
  | 'secret.kept'
  /** The secret was lost, and had back with the recovery code. */
  | 'secret.recovered'
  /** There is a new recovery code. */
  | 'recovery.renewed'

/** What is recorded of people and stands in no table. */
export type PersonalKind = 'crossing.abandoned'

/** What an entry is to say. Of the last kinds nothing is derived. */
export type Content = Projected | { kind: EventKind | PersonalKind | 'shift.closed'; payload: object }

/** Reads an entry's content back from its payload's text; null where nothing is derived from its kind. */
export function readContent(kind: string, payload: string): Projected | null {
  return projectedKinds.has(kind) ? v.parse(projectedSchema, { kind, payload: JSON.parse(payload) }) : null
}
