/** How one checkpoint is, as its hub knows it. Instants are epoch milliseconds. */
import * as v from 'valibot'
import { modes } from '../domain/mode.ts'
import { enrolmentSchema } from '../sync/schemas.ts'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const instant = v.number()

export const kioskStatusSchema = v.object({
  name: v.string(),
  enrolment: enrolmentSchema,
  mode: v.picklist(modes),
  /** `invited`: it has not been heard of. */
  state: v.picklist(['invited', 'enrolled', 'revoked', 'replaced', 'lost']),
  /** Until when its invitation is good. */
  until: instant,
  /** How it was invited to send: `stick` has days and not minutes between two contacts. */
  by: v.picklist(['wire', 'stick']),
  /** The newest epoch that the hub has of it: the hash of its first entry; null: none. */
  epoch: v.nullable(v.string()),
  /** The last entry that the hub has of that epoch; 0: none. */
  head: count,
  /** How many entries the hub has of it, over all its epochs. */
  entries: count,
  epochs: count,
  /** Where its own journal ended when it last said so; null: it never did. */
  ownHead: v.nullable(count),
  /** How many entries it had then that the hub has not now; null: it never said, or it is on another branch. */
  backlog: v.nullable(count),
  /** When the oldest of those was written, as it last said; null: there was none. */
  oldestWaiting: v.nullable(instant),
  lastContact: v.nullable(instant),
  /** How that came; null: nothing did. */
  way: v.nullable(v.picklist(['wire', 'stick'])),
  version: v.nullable(v.string()),
  /** The version of each list of the authority's that it believes; null: it never said. */
  trust: v.nullable(v.record(v.string(), v.number())),
  /** Why its clock is in doubt, and by how many milliseconds it is ahead of the hub's. */
  clock: v.nullable(v.object({ doubt: v.nullable(v.string()), offset: v.nullable(v.number()) })),
  /** Entries that belong to the chain and about which something is wrong. */
  flagged: count,
  /** Batches that did not become entries: of another branch, broken, or come since the kiosk was withdrawn. */
  kept: count,
  forks: count,
  quarantined: count,
  held: count,
  /** The last entry of its newest epoch in a copy that was restored elsewhere; 0: none. */
  backedUp: count,
  /** What nobody has acknowledged. */
  alerts: count,
})
export type KioskStatus = v.InferOutput<typeof kioskStatusSchema>

/**
 * How many entries lie on its laptop alone, as far as it ever said: where it is on another branch than the hub's, all of its own
 * may.
 */
export const entriesWaiting = ({ backlog, ownHead }: Pick<KioskStatus, 'backlog' | 'ownHead'>): number =>
  backlog ?? ownHead ?? 0
