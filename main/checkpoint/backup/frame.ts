/**
 * The bytes of a backup: a head that says who can open it, then pieces of 64 KiB, each sealed for itself (AES-256-GCM) under
 * a nonce that counts them and marks the last one. So no piece is believed before its tag holds, and none can be left out,
 * put elsewhere or cut off behind unseen (the STREAM construction, Hoang, Reyhanitabar, Rogaway and Vizár 2015).
 *
 * `CHOT BACKUP 1\n` · length of the head, 4 bytes, big-endian · head, JSON · pieces
 */
import { createCipheriv, createDecipheriv, hash } from 'node:crypto'
import { deriveKey } from '../secret/secrets.ts'

export const magic = Buffer.from('CHOT BACKUP 1\n', 'latin1')

/** Plain bytes in a piece. */
export const pieceLength = 65_536

export const tagLength = 16

/** Bytes of the head, which holds two sealed secrets at most. */
export const longestHead = 16_384

/** Something in the file is not as it was written. `cut`: it ends too soon; the rest may be right. */
export class BackupDamaged extends Error {
  readonly code = 'BACKUP_DAMAGED'
  readonly why: 'altered' | 'cut'
  constructor(why: 'altered' | 'cut') {
    super(`the backup is ${why}`)
    this.name = 'BackupDamaged'
    this.why = why
  }
}

/** The key of one backup. Another head gives another key, so that what the head says is vouched for by every piece. */
export function backupKey(secret: Uint8Array, head: Uint8Array): Uint8Array {
  return deriveKey(secret, 'backup', hash('sha256', head, 'buffer'))
}

/** The beginning of a file. */
export function frameHead(head: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(head.length)
  return Buffer.concat([magic, length, head])
}

function nonceOf(piece: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(piece, 5, 6)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Seals a piece, the first of which is 0. */
export function sealPiece(key: Uint8Array, piece: number, last: boolean, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(piece, last))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The plain bytes of a piece; null where it is not the one that was sealed there. */
export function openPiece(key: Uint8Array, piece: number, last: boolean, sealed: Uint8Array): Buffer | null {
  if (sealed.length < tagLength) return null
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(piece, last), { authTagLength: tagLength })
  decipher.setAuthTag(sealed.subarray(-tagLength))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()])
  } catch {
    return null
  }
}
