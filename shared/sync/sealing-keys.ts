/**
 * To whom a kiosk seals: the hub's X25519 keys, the newest first, and the province's recovery key, whose secret half lies in
 * no computer. The hub's signing key says which; the list with the highest number counts.
 */
import * as v from 'valibot'
import type { Means, Sign } from './means.ts'
import { hubNameSchema, instantSchema, publicKeySchema, seqSchema } from './schemas.ts'
import { readText, signText } from './signed-text.ts'

const tag = 'chot sealing keys'

const sealingKeysSchema = v.object({
  hub: hubNameSchema,
  /** Each list that a hub says has a higher one: an old one is not taken for the newest. */
  number: seqSchema,
  /** Seal to the first. Older ones still open what is on its way. */
  keys: v.pipe(v.array(publicKeySchema), v.minLength(1), v.maxLength(16)),
  /** Null where the province has none: then nothing that the hub loses can be had back. */
  recovery: v.nullable(publicKeySchema),
  at: instantSchema,
})
export type SealingKeys = v.InferOutput<typeof sealingKeysSchema>

/** A hub's list, signed. */
export const signSealingKeys = (saying: SealingKeys, sign: Sign): string => signText(tag, saying, sign)

/** Reads a list; null where the hub with this key (32 bytes in base64url) did not sign it. */
export const readSealingKeys = (means: Pick<Means, 'holds'>, by: string, text: string): SealingKeys | null =>
  readText(means, { tag, schema: sealingKeysSchema, by }, text)
