/**
 * A receipt: a hub's word, under its Ed25519 key, that it has a kiosk's entries up to one. It is kept as it came: what is
 * signed is the inner text, byte for byte, behind a tag.
 */
import * as v from 'valibot'
import { encodeBase64url } from '../certificate/base64url.ts'
import type { Sign } from './means.ts'

/** `integrated`: stored in the hub's database · `backed-up`: and in a copy of it that was restored elsewhere and compared. */
export const receiptLevels = ['integrated', 'backed-up'] as const
export type ReceiptLevel = (typeof receiptLevels)[number]

/** Longer than any, in characters. */
const longest = 8192

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

const envelopeSchema = v.object({
  receipt: v.pipe(v.string(), v.maxLength(longest)),
  /** Ed25519, base64url. */
  signature: v.pipe(v.string(), v.regex(/^[\w-]{86}$/)),
})

const sayingSchema = v.object({
  hub: v.string(),
  /** Of the kiosk whose entries they are. */
  epoch: hash,
  level: v.picklist(receiptLevels),
  /** All entries of that epoch up to this one … */
  through: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** … whose hash is this. */
  hash,
})

/** What a receipt says. */
export type ReceiptSaying = v.InferOutput<typeof sayingSchema>

/** A receipt that was read. Whether its signature holds is for whoever knows the hub's key. */
export interface ReadReceipt {
  saying: ReceiptSaying
  /** What is signed, in UTF-8. */
  signed: string
  signature: string
}

/** What a hub signs of a receipt: in UTF-8. */
export const signedOf = (inner: string): string => `chot receipt\n${inner}`

/** Reads a receipt as it came; null where it is none. */
export function readReceipt(text: string): ReadReceipt | null {
  if (text.length > 2 * longest) return null
  try {
    const { receipt, signature } = v.parse(envelopeSchema, JSON.parse(text))
    return { saying: v.parse(sayingSchema, JSON.parse(receipt)), signed: signedOf(receipt), signature }
  } catch {
    return null
  }
}

/** A receipt as a hub sends it: the same for the same saying, so a batch that comes twice gets the same again. */
export function signReceipt(saying: ReceiptSaying, sign: Sign): string {
  const receipt = JSON.stringify(saying)
  return JSON.stringify({ receipt, signature: encodeBase64url(sign(new TextEncoder().encode(signedOf(receipt)))) })
}
