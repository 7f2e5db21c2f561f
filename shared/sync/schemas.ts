/** Schemas that several formats share. Every text has an end: what is read here comes from strangers. */
import * as v from 'valibot'

/** SHA-256, hex. */
export const hashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** A public key, 32 bytes in base64url. */
export const publicKeySchema = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))

/** An Ed25519 signature, 64 bytes in base64url. */
export const signatureSchema = v.pipe(v.string(), v.regex(/^[\w-]{86}$/))

/** The number of an entry. */
export const seqSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** Epoch milliseconds, as far as a JavaScript Date goes. */
export const instantSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15))

/** No database keeps a text with a NUL in it, or with half of a sign: it is nobody's, and not for a hub to stumble over. */
const isKept = v.check((text: string) => !text.includes('\0') && text.isWellFormed())

/** A name that people gave something. */
export const nameSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(200), isKept)

/** Short and ours: a kind, a version, an identifier. */
export const tokenSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(64), isKept)

/** A hub's name: see `hubOf`. */
export const hubNameSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(64))

/** An enrolment: see `enrolmentOf`. */
export const enrolmentSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))

/** Keys of one kiosk, one after the other: far fewer than a database counts in an `integer`, and more than anybody makes. */
const mostKeys = 1_000_000

/** A key of a kiosk: its number in that kiosk's row, and its public half. */
export const numberedKeySchema = v.object({ number: v.pipe(seqSchema, v.maxValue(mostKeys)), public: publicKeySchema })
export type NumberedPublicKey = v.InferOutput<typeof numberedKeySchema>
