/**
 * The proof of one entry, to lie beside what the entry is about: the entry with its payload, an officer's signature where
 * somebody had signed in, and the chain signed up to there by the kiosk. Whoever has it needs no journal to see whether a
 * byte was changed; and it convicts a journal that was written anew.
 */
import * as v from 'valibot'
import { entryHash, sha256, type Entry } from './entry.ts'
import { signatureFault } from './entry-signature.ts'
import { headHolds, signedHeadSchema } from '../vouched/signed-head.ts'

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const text = v.pipe(v.string(), v.maxLength(1000))
const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

export const entryProofSchema = v.strictObject({
  /** The version of this form. */
  chotProof: v.literal(1),
  entry: v.strictObject({
    seq,
    id: text,
    at: v.pipe(v.number(), v.finite()),
    kiosk: text,
    officer: v.nullable(text),
    kind: text,
    payloadHash: hash,
    previous: hash,
    hash,
    signer: v.nullable(text),
    signature: v.nullable(text),
  } satisfies Record<keyof Entry, unknown>),
  /** As it was hashed. Ten times as long as an issued report's with the longest reason. */
  payload: v.pipe(v.string(), v.maxLength(100_000)),
  head: signedHeadSchema,
  /** The kiosk's key that signed the head, 32 bytes in base64url. That it is that kiosk's, only a journal or a hub can say. */
  key: text,
})

/** The proof of an entry, JSON-safe. */
export type EntryProof = v.InferOutput<typeof entryProofSchema>

/** A proof from its JSON text; null where the text is none. */
export function readProof(json: string): EntryProof | null {
  try {
    const read = v.safeParse(entryProofSchema, JSON.parse(json))
    return read.success ? read.output : null
  } catch {
    return null
  }
}

/** Whether everything in a proof fits together: then nothing of it was changed since the kiosk signed it. */
export function proofHolds({ entry, payload, head, key }: EntryProof): boolean {
  return (
    sha256(payload) === entry.payloadHash &&
    entryHash(entry) === entry.hash &&
    signatureFault(entry) === null &&
    head.seq === entry.seq &&
    head.hash === entry.hash &&
    head.kiosk === entry.kiosk &&
    headHolds(key, head)
  )
}
