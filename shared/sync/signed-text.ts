/**
 * What a hub says under its signing key: a JSON text, kept as it came, and an Ed25519 signature over a tag, a line feed and
 * that text byte for byte.
 */
import * as v from 'valibot'
import { encodeBase64url } from '../certificate/base64url.ts'
import type { Means, Sign } from './means.ts'
import { signatureSchema } from './schemas.ts'

/** Longer than any, in characters. */
const longest = 16_384

const envelopeSchema = v.object({ said: v.pipe(v.string(), v.maxLength(longest)), signature: signatureSchema })

const signedBytes = (tag: string, said: string): Uint8Array => new TextEncoder().encode(`${tag}\n${said}`)

/** Says something under a key. */
export function signText(tag: string, saying: object, sign: Sign): string {
  const said = JSON.stringify(saying)
  return JSON.stringify({ said, signature: encodeBase64url(sign(signedBytes(tag, said))) })
}

/** What a key said; null where it is of no such form, or another key's. */
export function readText<T>(
  means: Pick<Means, 'holds'>,
  { tag, schema, by }: { tag: string; schema: v.GenericSchema<unknown, T>; by: string },
  text: string,
): T | null {
  if (text.length > 2 * longest) return null
  try {
    const { said, signature } = v.parse(envelopeSchema, JSON.parse(text))
    return means.holds(by, signedBytes(tag, said), signature) ? v.parse(schema, JSON.parse(said)) : null
  } catch {
    return null
  }
}
