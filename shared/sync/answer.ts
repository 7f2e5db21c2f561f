/**
 * What a hub answers a kiosk: over the wire to each thing that it sent, by stick one file for each kiosk that brought
 * something. What a kiosk acts on is signed; the rest only says why nothing came of it.
 */
import * as v from 'valibot'
import { hashSchema, seqSchema, tokenSchema } from './schemas.ts'

const signedText = v.pipe(v.string(), v.maxLength(32_768))

/** Why a hub did not take what was sent. */
export const refusals = [
  /** It is nothing of ours, or too large, or sealed to a key that the hub does not have. */
  'unreadable',
  /** The hub knows no such enrolment, or it is somebody else's, or its code is used or too old. */
  'not-enrolled',
  /** The kiosk's key is not known, or is an older one. */
  'not-signed',
  /** Entries before it are missing: `head` says how far the hub has them. */
  'gap',
  /** The hub has other entries of these numbers. Both are kept. */
  'fork',
  /** What it holds does not agree with itself; it is kept as it came. */
  'quarantined',
  /** The enrolment was withdrawn; what still comes is kept apart. */
  'revoked',
] as const
export type Refusal = (typeof refusals)[number]

export const answerSchema = v.object({
  /** As `readReceipt` reads them: for what was sent, and the furthest of each level. */
  receipts: v.pipe(v.array(signedText), v.maxLength(16)),
  /** As `readSealingKeys` reads it. */
  sealing: v.exactOptional(signedText),
  /** As `readEnrolled` reads it. */
  enrolled: v.exactOptional(signedText),
  /** How far the hub has the epoch; null: it has nothing of it. */
  head: v.exactOptional(v.nullable(v.object({ seq: seqSchema, hash: hashSchema }))),
  refused: v.exactOptional(
    v.object({
      why: v.picklist(refusals),
      /** The entry that it is about. */
      seq: v.exactOptional(seqSchema),
      /** A stable word of what exactly. */
      reason: v.exactOptional(tokenSchema),
    }),
  ),
  /** As `readRefused` reads it: the same on a stick, where nobody else vouches for it. */
  refusal: v.exactOptional(signedText),
  /** The hub's clock, epoch milliseconds. */
  now: v.pipe(v.number(), v.safeInteger()),
})
export type Answer = v.InferOutput<typeof answerSchema>

/** Characters of an answer that are read. */
export const mostAnswer = 262_144

/** Reads an answer; null where it is none. */
export function readAnswer(text: string): Answer | null {
  if (text.length > mostAnswer) return null
  try {
    return v.parse(answerSchema, JSON.parse(text))
  } catch {
    return null
  }
}
