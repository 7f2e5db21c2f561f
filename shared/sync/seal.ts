/**
 * Sealing: what is sent is under a fresh key (XSalsa20-Poly1305, NaCl's secretbox), and that key is boxed
 * (X25519-XSalsa20-Poly1305, NaCl's box) to each of those who may open it, by a sender's key that is made for this file
 * alone. A seal hides; it proves nothing of who sealed.
 *
 * A sealed file is a line of ASCII (`chot sealed 1`), a line of JSON (`outerSchema`), and the secretbox.
 */
import nacl from 'tweetnacl'
import * as v from 'valibot'
import { decodeBase64url, encodeBase64url } from '../certificate/base64url.ts'
import { mostOuter, mostTaken } from './limits.ts'
import type { Means } from './means.ts'
import { enrolmentSchema, hubNameSchema, publicKeySchema } from './schemas.ts'

/** The first bytes of every sealed file. */
export const sealedMagic = 'chot sealed 1\n'

/** What a sealed file can hold: a kiosk's entries; its wish to be enrolled. */
export const sealedKinds = ['batch', 'enrolment'] as const
export type SealedKind = (typeof sealedKinds)[number]

const keyIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))

/** What stands outside, for everybody to read. Nothing of it is believed that is not said inside as well. */
export const outerSchema = v.strictObject({
  kind: v.picklist(sealedKinds),
  hub: hubNameSchema,
  enrolment: enrolmentSchema,
  /** Of the boxes and of the secretbox: 24 bytes, fresh like the keys. */
  nonce: v.pipe(v.string(), v.regex(/^[\w-]{32}$/)),
  /** The sender's X25519 key of this file. */
  sender: publicKeySchema,
  /** The file's key, boxed to each who may open it. */
  keys: v.pipe(
    v.array(v.strictObject({ id: keyIdSchema, box: v.pipe(v.string(), v.regex(/^[\w-]{64}$/)) })),
    v.minLength(1),
    v.maxLength(4),
    // Or a stranger would have eight megabytes looked at once for each time that one key is named.
    v.check((keys) => new Set(keys.map(({ id }) => id)).size === keys.length),
  ),
})
export type Outer = v.InferOutput<typeof outerSchema>

/** The first 16 digits of the SHA-256 of an X25519 key's 32 bytes: by it whoever has the secret half knows their box. */
export const keyIdOf = (means: Pick<Means, 'sha256'>, publicKey: Uint8Array): string =>
  means.sha256(publicKey).slice(0, 16)

/** Why something sealed cannot be opened. */
export type SealFault =
  /** It is nothing sealed, or of a later version. */
  | 'not-sealed'
  /** It is larger than anything of ours. */
  | 'too-large'
  /** It is sealed to other keys than were asked. */
  | 'another-seal'
  /** It was altered, or cut off. */
  | 'broken-seal'

interface Sealing {
  kind: SealedKind
  hub: string
  enrolment: string
  plain: Uint8Array
  /** X25519 keys of those who may open it, 32 bytes each. */
  to: readonly Uint8Array[]
}

/** Seals something. */
export function seal(means: Means, { kind, hub, enrolment, plain, to }: Sealing): Uint8Array {
  const [key, nonce] = [means.random(32), means.random(24)]
  const sender = nacl.box.keyPair.fromSecretKey(means.random(32))
  const outer: Outer = {
    kind,
    hub,
    enrolment,
    nonce: encodeBase64url(nonce),
    sender: encodeBase64url(sender.publicKey),
    keys: to.map((recipient) => ({
      id: keyIdOf(means, recipient),
      box: encodeBase64url(nacl.box(key, nonce, recipient, sender.secretKey)),
    })),
  }
  const front = new TextEncoder().encode(`${sealedMagic}${JSON.stringify(outer)}\n`)
  const closed = nacl.secretbox(plain, nonce, key)
  const sealed = new Uint8Array(front.length + closed.length)
  sealed.set(front)
  sealed.set(closed, front.length)
  return sealed
}

/** What stands outside of a sealed file, and what does not. */
export interface SealedFile {
  outer: Outer
  closed: Uint8Array
}

/** Reads what stands outside, without opening anything. */
export function readSealed(sealed: Uint8Array): SealedFile | Extract<SealFault, 'not-sealed' | 'too-large'> {
  if (sealed.length > mostTaken) return 'too-large'
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    if (decoder.decode(sealed.subarray(0, sealedMagic.length)) !== sealedMagic) return 'not-sealed'
    const rest = sealed.subarray(sealedMagic.length)
    const end = rest.subarray(0, mostOuter).indexOf(0x0a)
    if (end === -1) return 'not-sealed'
    const outer = v.parse(outerSchema, JSON.parse(decoder.decode(rest.subarray(0, end))))
    return { outer, closed: rest.subarray(end + 1) }
  } catch {
    return 'not-sealed'
  }
}

/** @param secretOf the secret half (32 bytes) of the key with that identifier; null: it is not ours */
export function openSeal(
  { outer, closed }: SealedFile,
  secretOf: (id: string) => Uint8Array | null,
): Uint8Array | Extract<SealFault, 'another-seal' | 'broken-seal'> {
  const [nonce, sender] = [decodeBase64url(outer.nonce), decodeBase64url(outer.sender)]
  let ours = false
  for (const { id, box } of outer.keys) {
    const secret = secretOf(id)
    if (secret === null) continue
    ours = true
    const boxed = decodeBase64url(box)
    const key = boxed && nonce && sender ? nacl.box.open(boxed, nonce, sender, secret) : null
    const plain = key && nonce ? nacl.secretbox.open(closed, nonce, key) : null
    if (plain) return plain
  }
  return ours ? 'broken-seal' : 'another-seal'
}

/** A new X25519 pair, 32 bytes each. */
export function newBoxPair(means: Pick<Means, 'random'>): { public: Uint8Array; secret: Uint8Array } {
  const { publicKey, secretKey } = nacl.box.keyPair.fromSecretKey(means.random(32))
  return { public: publicKey, secret: secretKey }
}
