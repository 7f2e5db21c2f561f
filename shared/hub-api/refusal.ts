/** Why the hub's page does not get what it asked for: what its sentences go by. */
import * as v from 'valibot'

export const refusalCodes = [
  /** The request is none that this answers: a field is missing, too long, or of another form. */
  'not-understood',
  /** Nobody is signed in, or no longer. */
  'signed-out',
  /** There is no such account, or the password is another; which of the two is not said. */
  'wrong-sign-in',
  /** The old password is another. */
  'wrong-password',
  /** The new password is the old one, or has the account's name in it. */
  'weak-password',
  /** The printed password has to be changed first. */
  'must-change',
  /** The role does not do this. */
  'not-allowed',
  /** It came from a page of another origin, or without the header that this page sends. */
  'another-origin',
  /** Tried too often: in `seconds` again. */
  'wait',
  'not-found',
  /** A checkpoint that sends has this name. */
  'name-taken',
  /** More entries lie on the laptop alone than were shown when it was decided. */
  'entries-wait',
  /** The database does not answer; nothing was done. */
  'away',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** The status that each is answered with. */
export const refusalStatus: Record<RefusalCode, number> = {
  'not-understood': 422,
  'signed-out': 401,
  'wrong-sign-in': 401,
  'wrong-password': 403,
  'weak-password': 422,
  'must-change': 403,
  'not-allowed': 403,
  'another-origin': 403,
  wait: 429,
  'not-found': 404,
  'name-taken': 409,
  'entries-wait': 409,
  away: 503,
}

export const refusalSchema = v.object({
  code: v.picklist(refusalCodes),
  /** Of `wait`: whole seconds. */
  seconds: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
})
export type PageRefusal = v.InferOutput<typeof refusalSchema>
