/** What leaves for the hub and what comes back: how far it is, a trip by wire or stick, enrolment. */
import * as v from 'valibot'
import { keepingTrust, lookingAfter, roles, supervising, type Caller } from './role.ts'
import { longestFingerprint } from '../domain/secret/fingerprint.ts'
import { refusals } from '../sync/answer.ts'
import { mostInvitation } from '../sync/invitation.ts'
import { sentencesSchema, trustSourceSchema } from './trust.ts'
import { count, instant } from './number-schemas.ts'

const ways = v.picklist(['wire', 'folder'])

/** Whoever is signed in sees how far it is. */
const seeingSync: readonly Caller[] = ['unclaimed', ...roles]

/** A try to send and to hear. `why`: a stable word; null: all that could be done was done. `said`: what to do. */
const trySchema = v.strictObject({
  at: instant,
  way: ways,
  why: v.nullable(v.string()),
  said: v.nullable(sentencesSchema),
})

/**
 * How far the hub has the journal, counted anew from the journal and its receipts each time. Instants are epoch milliseconds.
 * `hub`: null where it is enrolled with none; its `address` is null where it takes sticks alone; `confirmed`: it has said so
 * itself. `hubHead`: how far it last said it is. `hubWentBack`: it says less than its own receipts. `delivered`: every entry
 * has its receipt. `stalled`: something waits, and nothing has come of it for longer than it should take.
 */
export const syncStateSchema = v.strictObject({
  hub: v.nullable(
    v.strictObject({
      hub: v.string(),
      enrolment: v.nullable(v.string()),
      address: v.nullable(v.string()),
      /** Of its signing key, hexadecimal. */
      fingerprint: v.string(),
      confirmed: v.boolean(),
    }),
  ),
  head: count,
  receipted: count,
  backedUp: count,
  waiting: count,
  oldest: v.nullable(v.strictObject({ seq: count, at: instant })),
  hubHead: v.nullable(v.strictObject({ seq: count, at: instant })),
  hubWentBack: v.boolean(),
  receiptAt: v.nullable(instant),
  /** Why nothing more is sent until a supervisor begins an epoch. */
  stopped: v.nullable(v.picklist(['fork', 'unknown-head'])),
  revoked: v.boolean(),
  /**
   * Why the hub did not take what a stick brought, as it signed on one, and when by its clock; `said`: what to do. Null: it was
   * heard to refuse nothing since.
   */
  refused: v.nullable(v.strictObject({ why: v.picklist(refusals), at: instant, said: sentencesSchema })),
  /**
   * By how many milliseconds this clock was ahead of the hub's when that last answered by wire; `wrong`: too much, and `said`
   * has what to do. Null: it never did.
   */
  clock: v.nullable(
    v.strictObject({ offset: v.pipe(v.number(), v.safeInteger()), wrong: v.boolean(), said: sentencesSchema }),
  ),
  last: v.nullable(trySchema),
  /** The newest first. */
  tries: v.array(trySchema),
  delivered: v.boolean(),
  stalled: v.boolean(),
  /** Null: none is under way. */
  running: v.nullable(v.strictObject({ way: ways, since: instant })),
  /** When it is tried next by itself; null: not at all, or no kiosk is open. */
  nextAt: v.nullable(instant),
})

/** How a trip ended. `strangers`: files in this kiosk's folder on the stick that are none of ours. */
const tripSchema = v.strictObject({
  ran: v.literal(true),
  why: v.nullable(v.string()),
  /** What to do, or what was done. */
  said: sentencesSchema,
  batches: count,
  /** Null by wire. */
  folder: v.nullable(
    v.strictObject({ answer: v.picklist(['taken', 'none', 'unreadable']), strangers: v.array(v.string()) }),
  ),
  /** What the hub asked for, in milliseconds; null: nothing. */
  retryAfter: v.nullable(count),
  /** Bytes that the way lets through at a time, where batches had to be made smaller for it; null: it lets all through. */
  most: v.nullable(count),
})

const refusedSchema = v.strictObject({ ok: v.literal(false), said: sentencesSchema })

/** A hub that asks a kiosk in, before anything is believed of it. */
export const invitedSchema = v.strictObject({
  ok: v.literal(true),
  hub: v.string(),
  name: v.nullable(v.string()),
  address: v.nullable(v.string()),
  /** Of its signing key, hexadecimal: compared with what the hub's page shows. */
  fingerprint: v.string(),
  enrolment: v.string(),
})

/** An invitation: the text of a file or of the hub's QR code, or where the file lies. */
const invitationSchema = v.variant('from', [
  v.strictObject({ from: v.literal('text'), text: v.pipe(v.string(), v.maxLength(mostInvitation)) }),
  v.strictObject({ from: v.literal('file'), path: trustSourceSchema }),
])

export const syncMethods = {
  'sync.read': { input: v.strictObject({}), output: syncStateSchema, roles: seeingSync },
  /** Makes one trip now, by wire or with a stick or shared folder; answers when it has ended. One at a time. */
  'sync.run': {
    input: v.strictObject({ folder: v.nullable(trustSourceSchema) }),
    output: v.variant('ran', [v.strictObject({ ran: v.literal(false), said: sentencesSchema }), tripSchema]),
    roles: keepingTrust,
  },
  /**
   * Reads an invitation, and asks the hub itself where it came as a QR code. Nothing is believed of it yet. `wantsAuthority`: it
   * names an authority of the province's own, which has to be kept first.
   */
  'sync.invited': {
    input: invitationSchema,
    output: v.variant('ok', [invitedSchema, v.strictObject({ ...refusedSchema.entries, wantsAuthority: v.boolean() })]),
    roles: lookingAfter,
  },
  /** Keeps the authority that an invitation names, from a file or a stick: no other than that one. */
  'sync.authority': {
    input: v.strictObject({ invitation: invitationSchema, place: trustSourceSchema }),
    output: v.variant('ok', [v.strictObject({ ok: v.literal(true) }), refusedSchema]),
    roles: lookingAfter,
  },
  /**
   * From now on the journal goes to that hub, and its receipts alone count. `fingerprint`: the one that was compared; another
   * hub is refused. Recorded.
   */
  'sync.enrol': {
    input: v.strictObject({
      invitation: invitationSchema,
      fingerprint: v.pipe(v.string(), v.maxLength(longestFingerprint)),
    }),
    output: v.variant('ok', [invitedSchema, refusedSchema]),
    roles: lookingAfter,
  },
  /**
   * After the hub was found to have other entries than this journal: what follows the last that both have goes there as an
   * epoch of its own. Recorded. `after`: that last entry.
   */
  'sync.beginEpoch': {
    input: v.strictObject({}),
    output: v.variant('ok', [v.strictObject({ ok: v.literal(true), after: count }), refusedSchema]),
    roles: supervising,
  },
  /** What IT sends on when something is wrong: no person, no secret. `folder`: where it is written; null: it is only answered. */
  'sync.diagnose': {
    input: v.strictObject({ folder: v.nullable(trustSourceSchema) }),
    output: v.variant('ok', [
      v.strictObject({ ok: v.literal(true), text: v.string(), file: v.nullable(v.string()) }),
      refusedSchema,
    ]),
    roles: keepingTrust,
  },
} as const

export const syncEvents = {
  'sync.changed': syncStateSchema,
  /** Of the trip that is under way: entries that have their receipt, or bytes that are on the stick; of how many, where it is known. */
  'sync.progress': v.strictObject({ way: ways, done: count, total: v.nullable(count) }),
} as const

export type SyncState = v.InferOutput<typeof syncStateSchema>
export type Invited = v.InferOutput<typeof invitedSchema>
