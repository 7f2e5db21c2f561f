/** What decoding certificates needs of Node. */
import { inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib'
import type { Platform } from '../../shared/certificate/platform.ts'

/** With `info` zlib tells how much it read: by itself it lets bytes after the end pass. */
type Inflate = (
  bytes: Uint8Array,
  options: ZlibOptions & { info: true },
) => { buffer: Buffer; engine: { bytesWritten: number } }

function inflateWhole(inflate: Inflate, bytes: Uint8Array, limit: number): Uint8Array | null | 'too-large' {
  try {
    const { buffer, engine } = inflate(bytes, { maxOutputLength: limit, info: true })
    return engine.bytesWritten === bytes.length ? buffer : null
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : null
  }
}

export const nodePlatform: Platform = {
  inflateZlib: (bytes, limit) => inflateWhole(inflateSync, bytes, limit),
  inflateRaw: (bytes, limit) => inflateWhole(inflateRawSync, bytes, limit),
}
