/**
 * An invitation: what a hub gives out so that one kiosk can be enrolled, as a file or as the text of a QR code. Its code is
 * 80 random bits, good for one kiosk and some days; the enrolment's name follows from it, so a kiosk that only has a stick
 * can seal before it has heard anything.
 */
import * as v from 'valibot'
import { modes } from '../domain/mode.ts'
import type { Means } from './means.ts'
import { hashSchema, hubNameSchema, instantSchema, nameSchema, publicKeySchema } from './schemas.ts'
import { readSealingKeys, type SealingKeys } from './sealing-keys.ts'

/** Crockford's base 32: no letter that is taken for a figure. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const codeSchema = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/))

/** Where a hub is reached. */
export const addressSchema = v.pipe(v.string(), v.maxLength(300), v.regex(/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/))

const invitationSchema = v.object({
  chot: v.literal('invitation'),
  hub: hubNameSchema,
  /** The checkpoint that is meant. */
  name: nameSchema,
  mode: v.picklist(modes),
  code: codeSchema,
  /** When the code is no longer taken. */
  until: instantSchema,
  /** Null: only by stick. */
  address: v.nullable(addressSchema),
  /** The hub's signing key. */
  key: publicKeySchema,
  /** What `signSealingKeys` answered. */
  sealing: v.pipe(v.string(), v.maxLength(32_768)),
  /** SHA-256 of the certificate of the authority that the hub's own is issued by; null: one that the system knows. */
  ca: v.nullable(hashSchema),
})
export type Invitation = v.InferOutput<typeof invitationSchema>

/** Bytes of an invitation that are read. */
export const mostInvitation = 65_536

/** A new code: 80 bits, as sixteen signs. */
export function newCode({ random }: Pick<Means, 'random'>): string {
  const bits = [...random(10)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const signs = bits.match(/.{5}/g) ?? []
  const code = signs.map((five) => digits[Number.parseInt(five, 2)]).join('')
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** A hub's name: the first 32 digits of the SHA-256 of its signing key's text. */
export const hubOf = (means: Pick<Means, 'sha256'>, key: string): string => fingerprintOf(means, key).slice(0, 32)

/** What people compare of a hub's signing key: the SHA-256 of its text. */
export const fingerprintOf = (means: Pick<Means, 'sha256'>, key: string): string => means.sha256(key)

/** An enrolment's name; from it nobody finds the code. */
export const enrolmentOf = (means: Pick<Means, 'sha256'>, hub: string, code: string): string =>
  means.sha256(`chot enrolment\n${hub}\n${code}`).slice(0, 32)

/** Reads an invitation as it lies in a file; null where it is none, or does not agree with itself. */
export function readInvitation(
  means: Pick<Means, 'sha256' | 'holds'>,
  text: string,
): { invitation: Invitation; sealing: SealingKeys } | null {
  if (text.length > mostInvitation) return null
  try {
    const invitation = v.parse(invitationSchema, JSON.parse(text))
    const sealing = readSealingKeys(means, invitation.key, invitation.sealing)
    const agrees = invitation.hub === hubOf(means, invitation.key) && sealing?.hub === invitation.hub
    return agrees ? { invitation, sealing } : null
  } catch {
    return null
  }
}

/** What of an invitation fits a QR code: the rest is asked of the address, and must have these fingerprints. */
const printedSchema = v.object({
  code: codeSchema,
  /** SHA-256 of the hub's signing key's text. */
  key: hashSchema,
  /** As in an invitation. */
  ca: v.nullable(hashSchema),
  address: addressSchema,
})
export type PrintedInvitation = v.InferOutput<typeof printedSchema>

const printedTag = 'CHOT-ENROL:1'

/** The text of the QR code. */
export const printInvitation = ({ code, key, ca, address }: PrintedInvitation): string =>
  `${printedTag} ${code} ${key} ${ca ?? '-'} ${address}`

/** Reads the text of a QR code; null where it is no invitation. */
export function readPrinted(text: string): PrintedInvitation | null {
  const [tag, code, key, ca, address, ...rest] = text.trim().split(' ')
  if (tag !== printedTag || rest.length > 0) return null
  const read = v.safeParse(printedSchema, { code, key, ca: ca === '-' ? null : ca, address })
  return read.success ? read.output : null
}
