/** What sealing needs, of Node: for the kiosk, and for the hub. */
import { hash, randomBytes } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Means } from '../../shared/sync/means.ts'
import { ed25519Holds } from '../journal/index.ts'

export const nodeMeans: Means = {
  sha256: (content) => hash('sha256', content, 'hex'),
  random: (length) => randomBytes(length),
  holds: ed25519Holds,
  gzip: (bytes) => gzipSync(bytes),
  gunzip,
}

/** What Node answers where it is asked how much it has read; its types do not say so. */
interface Told {
  buffer: Buffer
  engine: { bytesWritten: number }
}

/** Node's own stops at the limit, and passes over what lies behind the end; here that is a fault. */
function gunzip(bytes: Uint8Array, most: number): Uint8Array | null {
  try {
    // The limit must be at least one.
    const options = { maxOutputLength: Math.max(most, 1), info: true }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as Node's documentation of `info` says
    const { buffer, engine } = gunzipSync(bytes, options) as unknown as Told
    return engine.bytesWritten === bytes.length && buffer.length <= most ? buffer : null
  } catch {
    return null
  }
}
