/**
 * What proves that a kiosk's journal has two ends, as a file: for each batch that the hub kept as a fork, that batch as its kiosk
 * signed it, and beside it the headers that the hub had of those numbers. The hub signs the whole.
 */
import * as v from 'valibot'
import { hashSchema, publicKeySchema, seqSchema, signatureSchema } from '../../shared/sync/schemas.ts'

/** Bytes of such a file that are read. */
export const mostEvidence = 2 ** 28

/** What is signed: a tag, a line feed, and the SHA-256 of the text. */
export const signedText = (sha256: string): Uint8Array => new TextEncoder().encode(`chot evidence\n${sha256}`)

export const envelopeSchema = v.object({
  chot: v.literal('evidence'),
  /** JSON, as `evidenceSchema` reads it. */
  said: v.string(),
  /** The hub's, Ed25519. */
  signature: signatureSchema,
})

const branchSchema = v.object({
  epoch: hashSchema,
  /** The entry of which both ends have one. */
  at: seqSchema,
  /** The hash before the first header. */
  previous: hashSchema,
  /** Lines as in a batch, without payloads, from `at` on. */
  ours: v.array(v.string()),
  /** The kiosk's signed file, base64. */
  theirs: v.string(),
  receivedAt: v.number(),
})

export const evidenceSchema = v.object({
  hub: v.string(),
  /** The hub's signing key. */
  key: publicKeySchema,
  enrolment: v.string(),
  name: v.string(),
  /** What the kiosk has signed with, as the hub knows it. */
  keys: v.array(v.object({ number: seqSchema, public: publicKeySchema })),
  forks: v.array(branchSchema),
  at: v.number(),
})
export type Evidence = v.InferOutput<typeof evidenceSchema>
