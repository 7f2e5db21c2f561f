/**
 * Officers as the journal has them: who was appointed here and with which key, folded from the entries that say so. Whoever
 * holds the journal can tell by them whose signature an entry carries, and who gave that officer the key.
 */
import * as v from 'valibot'
import { roles } from '../contract/role.ts'
import { officerNumber } from '../domain/officer/badge.ts'
import { permissionKinds } from '../domain/crossing/above.ts'

const text = (longest: number): v.GenericSchema<string> => v.pipe(v.string(), v.minLength(1), v.maxLength(longest))

export const numberSchema = v.pipe(v.string(), v.regex(officerNumber))

/** Who an officer is, as they are called here. */
export const whoSchema = v.object({
  number: numberSchema,
  name: text(80),
  /** As their force writes it: "Thiếu úy". */
  rank: text(40),
  role: v.picklist(roles),
})
export type Who = v.InferOutput<typeof whoSchema>

/** With what an officer signs in: a badge and the PIN, or the number and the PIN. */
export const means = ['badge', 'number'] as const
export type Means = (typeof means)[number]

/** What an appointment says, and the officer's new key signs: byte for byte as it stands in the entry. */
export const appointmentSchema = v.object({
  kiosk: v.string(),
  ...whoSchema.entries,
  means: v.picklist(means),
  /** Ed25519, 32 bytes in base64url. */
  key: v.string(),
  /** SHA-256 of the badge's secret half, in hexadecimal; null without a badge. */
  badge: v.nullable(v.string()),
})
export type Appointment = v.InferOutput<typeof appointmentSchema>

/** How somebody stood in the journal before: who they had become since, and how many PINs in a row were tried for them. */
const carriedSchema = v.object({
  ...v.pick(whoSchema, ['name', 'rank', 'role']).entries,
  tried: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})

/**
 * `statement`: an appointment as text. `proof`: the new key's signature over it. The entry's own is who appointed. `carried`:
 * nobody did so now, for they were an officer of the journal that this one begins behind, with this key.
 */
export const appointedSchema = v.object({
  statement: v.string(),
  proof: v.string(),
  carried: v.exactOptional(carriedSchema),
})
export type Appointed = v.InferOutput<typeof appointedSchema>
export const officerSchema = v.object({ number: numberSchema })

/** How somebody came to the desk. `resumed`: their session had been left alone. */
export const openings = ['signed-in', 'resumed', 'took-over'] as const
/** How a session ended. `over`: it had lasted as long as sessions may. */
export const endings = ['left', 'taken-over', 'over', 'removed', 'closed'] as const
export const sessionOpenedSchema = v.object({ number: numberSchema, how: v.picklist(openings) })
export const sessionClosedSchema = v.object({ number: numberSchema, why: v.picklist(endings) })
export const permissionSchema = v.object({ number: numberSchema, what: v.picklist(permissionKinds) })
export const emergencySchema = v.object({ crossing: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) })
/** Somebody showed a badge that names nobody here. `number`: what it says. */
export const badgeRefusedSchema = v.object({ number: v.nullable(v.string()) })

/** An officer of this kiosk. */
export interface Account extends Who {
  means: Means
  key: string
  badge: string | null
  /** The entry that gave them their key, and when. */
  since: number
  at: number
  removed: boolean
}

/** One entry about officers. `by`: whoever was signed in. */
export interface OfficerEntry {
  seq: number
  at: number
  by: string | null
  kind: string
  payload: unknown
}

/** The kinds that say who is an officer here. */
export const accountKinds = ['officer.appointed', 'officer.renewed', 'officer.changed', 'officer.removed'] as const

/** What an entry says of an appointment; null where it is none, or not of this form. */
export function readAppointment(payload: unknown): Appointment | null {
  const said = v.safeParse(appointedSchema, payload)
  if (!said.success) return null
  try {
    const read = v.safeParse(appointmentSchema, JSON.parse(said.output.statement))
    return read.success ? read.output : null
  } catch {
    return null
  }
}

/** What an appointment brings along from the journal before; null: it was made in this one. */
export function carriedOf(payload: unknown): NonNullable<Appointed['carried']> | null {
  const said = v.safeParse(appointedSchema, payload)
  return said.success ? (said.output.carried ?? null) : null
}

/** Takes one entry in. Entries that say nothing of accounts change nothing. */
export function applyAccount(accounts: Map<string, Account>, { seq, at, kind, payload }: OfficerEntry): void {
  if (kind === 'officer.appointed' || kind === 'officer.renewed') {
    const said = readAppointment(payload)
    if (!said) return
    const { number, name, rank, role, means: by, key, badge } = said
    const account = { number, name, rank, role, means: by, key, badge, since: seq, at, removed: false }
    const carried = carriedOf(payload)
    accounts.set(number, carried ? { ...account, name: carried.name, rank: carried.rank, role: carried.role } : account)
    return
  }
  const number = v.safeParse(officerSchema, payload)
  const account = number.success ? accounts.get(number.output.number) : undefined
  if (!account) return
  if (kind === 'officer.removed') accounts.set(account.number, { ...account, removed: true })
  const changed = v.safeParse(whoSchema, payload)
  if (kind === 'officer.changed' && changed.success) accounts.set(account.number, { ...account, ...changed.output })
}

/** Whom an entry is about; null where it does not say. */
export function subjectOf({ kind, payload }: Pick<OfficerEntry, 'kind' | 'payload'>): string | null {
  const said = kind === 'officer.appointed' || kind === 'officer.renewed' ? readAppointment(payload) : payload
  const read = v.safeParse(officerSchema, said)
  return read.success ? read.output.number : null
}

/** Takes one entry in: how many PINs in a row were tried for an officer since one was right. */
export function applyTry(tries: Map<string, number>, entry: OfficerEntry): void {
  const number = subjectOf(entry)
  if (number === null) return
  if (entry.kind === 'session.tried') tries.set(number, (tries.get(number) ?? 0) + 1)
  else if (clearsTries.has(entry.kind)) tries.delete(number)
  const { tried = 0 } = carriedOf(entry.payload) ?? {}
  // Or whoever is locked out would begin a new journal.
  if (tried > 0) tries.set(number, tried)
}

const clearsTries = new Set([
  'session.opened',
  'permission.given',
  'officer.unlocked',
  'officer.renewed',
  'officer.appointed',
])
