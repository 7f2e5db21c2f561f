/**
 * The kinds of entries, each once: what its payload says, which tables are derived from it, how long it is kept, who may
 * read it and who answers for it. Erasing, exporting, checking and the roles of methods go by this table, and by nothing else.
 */
import type * as v from 'valibot'
import { anybody, onDuty, roles, type Caller } from '../contract/role.ts'
import { closedDaySchema } from './closed-day.ts'
import { discordSchema } from './discord.ts'
import { erasureSchema } from './erasure.ts'
import * as officers from './officers.ts'
import * as payloads from './payloads.ts'
import * as shifts from './shift-payloads.ts'

/**
 * How long a payload is kept. `personal`: the policy's days, once it is backed up elsewhere; `access`: who looked at whom,
 * by its own days, which are more; `operational`: as long as the journal lies on this machine, and wherever it is sent as
 * long as they like; `for-ever`: without it the rest cannot be checked.
 */
export type Retention = 'personal' | 'access' | 'operational' | 'for-ever'

/** What there is to know of a kind. */
interface EntryKind {
  payload: v.GenericSchema<unknown, unknown>
  /** What is derived from it; null: nothing. */
  projection: 'scans' | 'crossings' | 'erasures' | null
  retention: Retention
  readers: readonly Caller[]
  /** Whose deed it is. An officer's carries their signature, where somebody has signed in. */
  by: 'officer' | 'kiosk'
  /** The index by which entries of this kind alone are found; null: none. */
  index: string | null
}

/** Sees, corrects and exports · reads who looked at whom. */
const overseers: readonly Caller[] = ['supervisor', 'auditor']

const person = { retention: 'personal', readers: onDuty, by: 'officer', index: null } as const
const access = { projection: null, retention: 'access', readers: overseers, by: 'officer', index: null } as const
const event = { projection: null, retention: 'operational', readers: anybody, by: 'kiosk', index: null } as const
const lasting = { ...event, retention: 'for-ever' } as const
/** Who may sign here, and with which key: signatures are checked by it. */
const officer = { ...lasting, readers: overseers, by: 'officer', index: 'entries_officers' } as const
/** What a shift hands to the next. */
const shift = { ...event, by: 'officer', index: 'entries_shifts' } as const
/** Who was at the desk. */
const session = { ...event, readers: overseers, index: 'entries_officers' } as const

export const entryKinds = {
  'scan.verified': { ...person, payload: payloads.scanSchema, projection: 'scans', by: 'kiosk' },
  'crossing.recorded': { ...person, payload: payloads.recordedSchema, projection: 'crossings' },
  'crossing.amended': { ...person, payload: payloads.amendedSchema, projection: 'crossings' },
  'crossing.voided': { ...person, payload: payloads.voidedSchema, projection: 'crossings' },
  'crossing.noted': { ...person, payload: payloads.notedSchema, projection: 'crossings' },
  /** Given up before anything was decided. */
  'crossing.abandoned': { ...person, payload: payloads.abandonedSchema, projection: null },
  'shift.opened': { ...shift, payload: shifts.shiftOpenedSchema },
  'shift.closed': { ...shift, payload: shifts.shiftClosedSchema },
  /** Who came next took it over; or why nobody was there to. */
  'shift.handed-over': { ...shift, payload: shifts.handedOverSchema },
  /** What officers go by is another from here on. */
  'orders.changed': { ...shift, payload: shifts.ordersChangedSchema, by: 'kiosk' },
  /** An officer has said that they know it. */
  'orders.acknowledged': { ...shift, payload: shifts.ordersAcknowledgedSchema },
  /** A supervisor closed a day: all its totals; later versions of it are entries of their own. */
  'day.closed': { ...event, payload: closedDaySchema, readers: onDuty, by: 'officer' },
  /** Somebody opened a recorded crossing, looked for people, traced whom they met, or wrote entries out. */
  'access.opened': { ...access, payload: payloads.openedSchema },
  'access.searched': { ...access, payload: payloads.lookedForSchema },
  'access.traced': { ...access, payload: payloads.lookedForSchema },
  'access.exported': { ...access, payload: payloads.exportedSchema },
  'trust.updated': { ...event, payload: payloads.trustUpdatedSchema },
  'trust.refused': { ...event, payload: payloads.trustRefusedSchema },
  'trust.damaged': { ...event, payload: payloads.trustDamagedSchema },
  'trust.believed': { ...event, payload: payloads.trustBelievedSchema, index: 'entries_beliefs' },
  'clock.doubted': { ...event, payload: payloads.clockSchema },
  'clock.confirmed': { ...event, payload: payloads.clockConfirmedSchema, by: 'officer', index: 'entries_confirmed' },
  /** The first entry; of a journal of an earlier version a later one. */
  'journal.begun': { ...lasting, payload: payloads.begunSchema, index: 'entries_begun' },
  /** The journal goes on from a copy. */
  'journal.restored': { ...lasting, payload: payloads.restoredSchema, index: 'entries_restored' },
  /** A hub has other entries than this journal: what follows the last that both have is an epoch of its own. */
  'journal.branched': { ...lasting, payload: payloads.branchedSchema, by: 'officer', index: 'entries_branched' },
  'journal.erased': {
    ...lasting,
    payload: erasureSchema,
    projection: 'erasures',
    index: 'entries_erasures',
  },
  /** Something was found that does not agree. */
  'journal.doubted': { ...lasting, payload: discordSchema },
  /** What is derived was made anew, and something came out different. */
  'journal.rebuilt': { ...lasting, payload: payloads.nothingSchema },
  'kiosk.keys': { ...lasting, payload: payloads.keysSchema, index: 'entries_keys' },
  'hub.enrolled': { ...lasting, payload: payloads.hubSchema, by: 'officer', index: 'entries_hubs' },
  'officer.appointed': { ...officer, payload: officers.appointedSchema },
  /** A new key, with a new PIN. */
  'officer.renewed': { ...officer, payload: officers.appointedSchema },
  'officer.changed': { ...officer, payload: officers.whoSchema },
  'officer.removed': { ...officer, payload: officers.officerSchema },
  /** After too many wrong PINs. */
  'officer.unlocked': { ...officer, payload: officers.officerSchema },
  /** A PIN is about to be looked at. */
  'session.tried': { ...session, payload: officers.officerSchema },
  'session.opened': { ...session, payload: officers.sessionOpenedSchema, by: 'officer' },
  'session.closed': { ...session, payload: officers.sessionClosedSchema },
  /** A supervisor permits what is not an officer's to decide alone. */
  'permission.given': { ...session, payload: officers.permissionSchema, by: 'officer' },
  /** Somebody was let pass against a verdict, and there was no time for a supervisor; one has seen it since. */
  'emergency.admitted': { ...session, payload: officers.emergencySchema, by: 'officer' },
  'emergency.seen': { ...session, payload: officers.emergencySchema, by: 'officer' },
  'badge.refused': { ...session, payload: officers.badgeRefusedSchema },
  /** Who the checkpoint is was changed. */
  'checkpoint.changed': { ...event, payload: payloads.nothingSchema, by: 'officer', index: 'entries_places' },
  /** The profile's secret is kept in another way, was had back with the recovery code, or has a new one. */
  'secret.kept': { ...event, payload: payloads.nothingSchema, by: 'officer' },
  'secret.recovered': { ...event, payload: payloads.nothingSchema, by: 'officer' },
  'recovery.renewed': { ...event, payload: payloads.nothingSchema, by: 'officer' },
  /** A new command card was made: those of before command nothing from here on. */
  'card.renewed': { ...event, payload: payloads.cardSchema, by: 'officer' },
  /** Of a version that was never released. */
  'receipt.received': { ...event, payload: payloads.oldReceiptSchema },
} as const satisfies Record<string, EntryKind>

export type Kind = keyof typeof entryKinds

export const isKind = (kind: string): kind is Kind => Object.hasOwn(entryKinds, kind)

/** How long a kind's payload is kept: what nobody knows of may be about a person. */
export const retentionOf = (kind: string): Retention => (isKind(kind) ? entryKinds[kind].retention : 'personal')

/** Who may read a kind: what nobody knows of, as a person's. */
export const readersOf = (kind: string): readonly Caller[] => (isKind(kind) ? entryKinds[kind].readers : person.readers)

/** Who may read every kind, and so may read the journal out: in a role, or anybody where a kiosk has no officers yet. */
export const readersOfAll: readonly Caller[] = [
  'unclaimed',
  ...roles.filter((role) => Object.values<EntryKind>(entryKinds).every(({ readers }) => readers.includes(role))),
]

/** Whose deed an entry of a kind is. */
export const isOfficers = (kind: string): boolean => isKind(kind) && entryKinds[kind].by === 'officer'
