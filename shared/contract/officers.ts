/** Officers: who is at the desk, how they come and go, and who may be. PINs go in and never out. */
import * as v from 'valibot'
import { permissionKinds } from '../domain/crossing/above.ts'
import type { PinFault } from '../domain/officer/pin.ts'
import { accountKinds, means, numberSchema, whoSchema } from '../ledger/officers.ts'
import { diskFailureSchema } from './crossing-schemas.ts'
import { anybody, atTheLane, supervising, type Caller } from './role.ts'
import { count, instant } from './number-schemas.ts'

/** What is typed is not yet a PIN: what is wrong with it is an answer. */
const typedPin = v.pipe(v.string(), v.maxLength(64))

/** Who somebody is, as it is typed. */
export const typedWhoSchema = v.strictObject({
  ...whoSchema.entries,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  rank: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)),
})

/** How many more PINs may be tried for somebody, and after how many seconds the next. `left` 0: a supervisor has to unlock them. */
export const triesSchema = v.strictObject({ left: count, waitSeconds: count })

export const sessionSchema = v.strictObject({
  /** Whether this kiosk has officers; while it has none, whoever is there may do everything. */
  claimed: v.boolean(),
  who: v.nullable(whoSchema),
  /** It was left alone: who it is has to say the PIN again. */
  asleep: v.boolean(),
  since: v.nullable(instant),
})

/** What a supervisor is told of at their next sign-in. */
export const newsKinds = [...accountKinds, 'officer.unlocked', 'emergency.admitted', 'badge.refused'] as const
export type NewsKind = (typeof newsKinds)[number]

/** Something that others did about officers. */
export const newsSchema = v.strictObject({
  at: instant,
  kind: v.picklist(newsKinds),
  /** Whom it is about. */
  number: v.nullable(v.string()),
  name: v.nullable(v.string()),
  /** Who did it; null: nobody was signed in. */
  by: v.nullable(v.string()),
})

const named = v.strictObject({ ok: v.literal(true), who: whoSchema, means: v.picklist(means), tries: triesSchema })

/** Why nobody is named: there is no such officer here, or their badge is wanted. */
const unnamed = v.strictObject({ ok: v.literal(false), why: v.picklist(['unknown', 'badge-wanted']) })

const opened = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), session: sessionSchema, news: v.array(newsSchema) }),
  v.strictObject({
    ok: v.literal(false),
    /** `wait`, `locked`: no PIN was looked at; `unrecorded`: the try could not be counted, so no PIN was looked at. */
    why: v.picklist(['wrong', 'wait', 'locked', 'unknown', 'badge-wanted', 'unrecorded']),
    tries: v.nullable(triesSchema),
  }),
])

/** What is wrong with a PIN that somebody chose. */
export const pinFaults = [
  'digits',
  'length',
  'pattern',
  'common',
  'date',
  'own-number',
] as const satisfies readonly PinFault[]

export const accountLineSchema = v.strictObject({
  ...whoSchema.entries,
  means: v.picklist(means),
  /** Since when they have the key that they have. */
  at: instant,
  removed: v.boolean(),
  tries: triesSchema,
})

const refused = v.strictObject({
  ok: v.literal(false),
  why: v.picklist([
    ...pinFaults.map((fault) => `pin-${fault}` as const),
    'number-taken',
    'unknown',
    /** The first of a kiosk is a supervisor, and the last supervisor stays one. */
    'supervisor-needed',
    'badge-needed',
    'oneself',
    'unrecorded',
  ]),
  /** Why it was not recorded. */
  code: v.exactOptional(diskFailureSchema),
})

const changed = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    /** The text of the badge, to be printed this once; null where there is none, or it is as it was. */
    badge: v.nullable(v.string()),
    officers: v.array(accountLineSchema),
  }),
  refused,
])

const notPermitted = v.strictObject({
  ok: v.literal(false),
  why: v.picklist(['wrong', 'wait', 'locked', 'unknown', 'badge-wanted', 'unrecorded', 'not-supervisor']),
  tries: v.nullable(triesSchema),
})

const entryNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

export const oversightSchema = v.strictObject({
  /** Let pass against a verdict with no time for a supervisor, not seen by one yet. The oldest first. */
  emergencies: v.array(v.strictObject({ crossing: entryNumber, at: instant, by: v.nullable(v.string()) })),
  /** Decided in the last day while nobody was signed in, the newest first; `more`: there are more than that. */
  unsigned: v.array(v.strictObject({ crossing: entryNumber, at: instant })),
  more: v.boolean(),
})

const readers: readonly Caller[] = [...supervising, 'auditor', 'it']

export const officersMethods = {
  /** Whose session it is. */
  'session.read': { input: v.strictObject({}), output: sessionSchema, roles: anybody },
  /** A badge was scanned: it names somebody, whose PIN is asked for. One that names nobody here is recorded. */
  'session.badge': {
    input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(200)) }),
    output: v.variant('ok', [named, unnamed]),
    roles: anybody,
  },
  /** A number was typed. */
  'session.name': {
    input: v.strictObject({ number: numberSchema }),
    output: v.variant('ok', [named, unnamed]),
    roles: anybody,
  },
  /**
   * Signs in, takes over, or goes on: whoever was there before is gone. Takes about half a second, in a thread of its own; one
   * at a time. The badge is the one that was scanned last, within a minute.
   */
  'session.open': { input: v.strictObject({ number: numberSchema, pin: typedPin }), output: opened, roles: anybody },
  /** Signs out. */
  'session.close': { input: v.strictObject({}), output: sessionSchema, roles: anybody },
  /** Somebody is at the screen: the session does not go to sleep. */
  'session.touch': { input: v.strictObject({}), output: v.null(), roles: anybody },

  /**
   * A supervisor permits something in place, by badge and PIN, and stays nobody's session: `rejected` for the open crossing, the
   * others for the shift.
   */
  'permission.give': {
    input: v.strictObject({ what: v.picklist(permissionKinds), number: numberSchema, pin: typedPin }),
    output: v.variant('ok', [v.strictObject({ ok: v.literal(true) }), notPermitted]),
    roles: atTheLane,
  },
  /** What waits for a supervisor's eyes: emergencies, and what was decided while nobody was signed in. */
  'oversight.read': { input: v.strictObject({}), output: oversightSchema, roles: supervising },
  /** A supervisor has seen an emergency. */
  'oversight.see': {
    input: v.strictObject({ crossing: entryNumber }),
    output: v.variant('ok', [v.strictObject({ ok: v.literal(true), oversight: oversightSchema }), refused]),
    roles: supervising,
  },

  'officers.list': { input: v.strictObject({}), output: v.array(accountLineSchema), roles: readers },
  /** Appoints an officer, who has typed their own PIN. The first of a kiosk is a supervisor. */
  'officers.appoint': {
    input: v.strictObject({ who: typedWhoSchema, pin: typedPin, means: v.picklist(means) }),
    output: changed,
    roles: supervising,
  },
  /** A new PIN, and a new badge: a new key. What the old one signed stays signed. */
  'officers.renew': {
    input: v.strictObject({ number: numberSchema, pin: typedPin, means: v.picklist(means) }),
    output: changed,
    roles: supervising,
  },
  /** Another name, rank or role. */
  'officers.change': { input: typedWhoSchema, output: changed, roles: supervising },
  /** They sign in no more. What they signed stays signed. */
  'officers.remove': { input: v.strictObject({ number: numberSchema }), output: changed, roles: supervising },
  /** After too many wrong PINs: they may try again, at once. */
  'officers.unlock': { input: v.strictObject({ number: numberSchema }), output: changed, roles: supervising },
} as const

export const officersEvents = {
  /** Somebody has come or gone, or the session has gone to sleep. */
  'session.changed': sessionSchema,
} as const

export type Session = v.InferOutput<typeof sessionSchema>
export type Tries = v.InferOutput<typeof triesSchema>
export type News = v.InferOutput<typeof newsSchema>
export type Oversight = v.InferOutput<typeof oversightSchema>
export type AccountLine = v.InferOutput<typeof accountLineSchema>
export type TypedWho = v.InferOutput<typeof typedWhoSchema>
export type SessionOpened = v.InferOutput<typeof opened>
export type SessionNamed = v.InferOutput<(typeof officersMethods)['session.name']['output']>
export type OfficersChanged = v.InferOutput<typeof changed>
export type OfficersRefusal = v.InferOutput<typeof refused>['why']
export type PermissionGiven = v.InferOutput<(typeof officersMethods)['permission.give']['output']>
export type OversightSeen = v.InferOutput<(typeof officersMethods)['oversight.see']['output']>
