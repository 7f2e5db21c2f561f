/** What decoding certificates needs of Node. */
import { inflateSync } from 'node:zlib'
import type { Platform } from '../../shared/certificate/platform.ts'

export const nodePlatform: Platform = {
  inflateZlib: (bytes, limit) => {
    try {
      // By itself zlib lets bytes after the end pass; with `info` it tells how much it read.
      const { buffer, engine } = inflateSync(bytes, { maxOutputLength: limit, info: true })
      return engine.bytesWritten === bytes.length ? buffer : null
    } catch (error) {
      return error instanceof RangeError ? 'too-large' : null
    }
  },
}
