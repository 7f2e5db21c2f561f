/** Node documents `info` for the synchronous zlib calls; its types leave it out. */
import type { ZlibOptions } from 'node:zlib'

declare module 'node:zlib' {
  interface WithInfo {
    buffer: Buffer
    engine: { bytesWritten: number }
  }
  function inflateSync(bytes: Uint8Array, options: ZlibOptions & { info: true }): WithInfo
  function inflateRawSync(bytes: Uint8Array, options: ZlibOptions & { info: true }): WithInfo
}
