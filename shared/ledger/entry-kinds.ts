/**
 * The kinds of entries, each once: what its payload says, which tables are derived from it, how long it is kept, who may
 * read it and who answers for it. Erasing, exporting, checking and the roles of methods go by this table, and by nothing else.
 */
import type * as v from 'valibot'
import { anybody, atTheLane, type Caller } from '../contract/role.ts'
import { discordSchema } from './discord.ts'
import { erasureSchema } from './erasure.ts'
import * as payloads from './payloads.ts'

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

const person = { retention: 'personal', readers: atTheLane, by: 'officer', index: null } as const
const access = { projection: null, retention: 'access', readers: overseers, by: 'officer', index: null } as const
const event = { projection: null, retention: 'operational', readers: anybody, by: 'kiosk', index: null } as const
const lasting = { ...event, retention: 'for-ever' } as const

export const entryKinds = {
  'scan.verified': { ...person, payload: payloads.scanSchema, projection: 'scans', by: 'kiosk' },
  'crossing.recorded': { ...person, payload: payloads.recordedSchema, projection: 'crossings' },
  'crossing.amended': { ...person, payload: payloads.amendedSchema, projection: 'crossings' },
  'crossing.voided': { ...person, payload: payloads.voidedSchema, projection: 'crossings' },
  'crossing.noted': { ...person, payload: payloads.notedSchema, projection: 'crossings' },
  /** Given up before anything was decided. */
  'crossing.abandoned': { ...person, payload: payloads.abandonedSchema, projection: null },
  'shift.closed': { ...event, payload: payloads.shiftSchema, by: 'officer', index: 'entries_shifts' },
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
  /** Who the checkpoint is was changed. */
  'checkpoint.changed': { ...event, payload: payloads.nothingSchema, by: 'officer' },
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

/** Whose deed an entry of a kind is. */
export const isOfficers = (kind: string): boolean => isKind(kind) && entryKinds[kind].by === 'officer'
