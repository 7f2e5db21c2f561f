/**
 * A copy of a hub, as a file: `chot backup 1`, a line of JSON that says to whom it is sealed, and the encrypted rest, which is
 * gzip of lines: `M` and the manifest, `R`, a table and a row, and at the end `E` and the digest of all rows.
 */
import { createHmac } from 'node:crypto'
import nacl from 'tweetnacl'
import * as v from 'valibot'
import { decodeBase64url, encodeBase64url } from '../../shared/certificate/base64url.ts'
import { newCode } from '../../shared/sync/invitation.ts'
import { publicKeySchema } from '../../shared/sync/schemas.ts'
import { keyIdOf } from '../../shared/sync/seal.ts'
import { nodeMeans } from '../../main/sync/index.ts'

export const magic = 'chot backup 1\n'

/** Bytes of the line behind it that are read. */
export const mostFront = 16_384

const frontSchema = v.object({
  hub: v.string(),
  at: v.number(),
  nonce: v.pipe(v.string(), v.regex(/^[\w-]{32}$/)),
  sender: publicKeySchema,
  keys: v.array(v.object({ id: v.string(), box: v.pipe(v.string(), v.regex(/^[\w-]{64}$/)) })),
})

export const manifestSchema = v.object({
  /** Of the tables: the number of the last migration. */
  format: v.number(),
  hub: v.string(),
  at: v.number(),
  /** Known to whoever has opened the copy: 32 bytes in base64url. */
  secret: publicKeySchema,
  /** Days that have a partition. */
  days: v.array(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))),
})
export type Manifest = v.InferOutput<typeof manifestSchema>

/** A copy's own key, and the line that only its readers find it in. @param to X25519 keys, 32 bytes each */
export function newFront(hub: string, at: number, to: readonly Uint8Array[]): { key: Uint8Array; front: Buffer } {
  const [key, nonce] = [nodeMeans.random(32), nodeMeans.random(24)]
  const sender = nacl.box.keyPair.fromSecretKey(new Uint8Array(nodeMeans.random(32)))
  const keys = to.map((reader) => ({
    id: keyIdOf(nodeMeans, reader),
    box: encodeBase64url(nacl.box(key, nonce, reader, sender.secretKey)),
  }))
  const said = { hub, at, nonce: encodeBase64url(nonce), sender: encodeBase64url(sender.publicKey), keys }
  return { key, front: Buffer.from(`${magic}${JSON.stringify(said)}\n`) }
}

/** The key of a copy by its first lines; null: it is no copy, or sealed to others. @param secret X25519, 32 bytes */
export function keyOf(front: Buffer, secret: Uint8Array): Uint8Array | null {
  try {
    const { nonce, sender, keys } = v.parse(frontSchema, JSON.parse(front.subarray(magic.length).toString('utf8')))
    const [from, with_] = [decodeBase64url(sender), decodeBase64url(nonce)]
    const id = keyIdOf(nodeMeans, nacl.box.keyPair.fromSecretKey(secret).publicKey)
    const boxed = decodeBase64url(keys.find((each) => each.id === id)?.box ?? '')
    return boxed && from && with_ ? nacl.box.open(boxed, with_, from, secret) : null
  } catch {
    return null
  }
}

/** What only whoever has opened a copy and has all its rows can say: 80 bits, as sixteen signs. */
export function wordOf(secret: string, digest: string): string {
  const mac = createHmac('sha256', secret).update(`chot backup restored\n${digest}`).digest()
  return newCode({ random: (length) => mac.subarray(0, length) })
}
