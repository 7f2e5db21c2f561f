/**
 * A long secret text in pieces, each encrypted and authenticated (AES-256-GCM, NIST SP 800-38D) under a key of this file's own: a
 * nonce is a mark of the last piece and the piece's number, so none can be left out, moved or cut off. A piece on the disk
 * is its length in four bytes, its 16 bytes of authentication, and itself.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto'

const cipher = 'aes-256-gcm'
const pieceSize = 2 ** 20
const tagSize = 16
const frontSize = 4 + tagSize

/** Of a copy: it was altered, or cut off. */
export class ChunkBroken extends Error {
  readonly code = 'CHUNK_BROKEN'
  constructor(options?: ErrorOptions) {
    super('a piece of the copy is missing or was altered', options)
    this.name = 'ChunkBroken'
  }
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce[0] = isLast ? 1 : 0
  nonce.writeBigUInt64BE(BigInt(number), 4)
  return nonce
}

/** Encrypts pieces as they come. @param about what is told outside, and must be as it was */
export async function* encrypted(
  pieces: AsyncIterable<Uint8Array>,
  key: Uint8Array,
  about: Uint8Array,
): AsyncGenerator<Buffer> {
  let number = 0
  const close = (plain: Buffer, isLast: boolean): Buffer => {
    const closing = createCipheriv(cipher, key, nonceOf(number++, isLast)).setAAD(about)
    const closed = Buffer.concat([closing.update(plain), closing.final()])
    const front = Buffer.alloc(4)
    front.writeUInt32BE(closed.length)
    return Buffer.concat([front, closing.getAuthTag(), closed])
  }
  let waiting = Buffer.alloc(0)
  for await (const piece of pieces) {
    waiting = Buffer.concat([waiting, piece])
    while (waiting.length > pieceSize) {
      yield close(waiting.subarray(0, pieceSize), false)
      waiting = waiting.subarray(pieceSize)
    }
  }
  yield close(waiting, true)
}

/** Decrypts them again. @throws ChunkBroken */
export async function* decrypted(
  pieces: AsyncIterable<Uint8Array>,
  key: Uint8Array,
  about: Uint8Array,
): AsyncGenerator<Buffer> {
  let number = 0
  let ended = false
  const open = (closed: Buffer, tag: Buffer, isLast: boolean): Buffer => {
    const opening = createDecipheriv(cipher, key, nonceOf(number, isLast)).setAAD(about).setAuthTag(tag)
    return Buffer.concat([opening.update(closed), opening.final()])
  }
  let waiting = Buffer.alloc(0)
  for await (const piece of pieces) {
    waiting = Buffer.concat([waiting, piece])
    while (waiting.length >= frontSize) {
      const length = waiting.readUInt32BE(0)
      if (ended || length > pieceSize) throw new ChunkBroken()
      if (waiting.length < frontSize + length) break
      const tag = waiting.subarray(4, frontSize)
      const closed = waiting.subarray(frontSize, frontSize + length)
      waiting = waiting.subarray(frontSize + length)
      let plain
      try {
        plain = open(closed, tag, false)
      } catch {
        try {
          plain = open(closed, tag, true)
        } catch (error) {
          throw new ChunkBroken({ cause: error })
        }
        ended = true
      }
      number++
      yield plain
    }
  }
  if (!ended || waiting.length > 0) throw new ChunkBroken()
}
