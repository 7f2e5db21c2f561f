/** WebP (RFC 9649): its size, and the first picture of an animated one as a file of its own. */
import type { PictureSize } from './header.ts'
import { latin1 } from './latin1.ts'

const viewOf = (file: Uint8Array): DataView => new DataView(file.buffer, file.byteOffset, file.byteLength)

/** Three bytes, little end first. */
const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)

/** Each of the three bitstreams states the size in its own way (§2.5–2.7). */
export function webpSize(file: Uint8Array): PictureSize | null {
  if (file.length < 30) return null
  const view = viewOf(file)
  switch (latin1(file, 12, 16)) {
    case 'VP8X':
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    default:
      return null
  }
}

/** A RIFF container around chunks. */
function riff(chunks: Uint8Array): Uint8Array {
  const file = new Uint8Array(12 + chunks.length)
  file.set(new TextEncoder().encode('RIFF'))
  viewOf(file).setUint32(4, 4 + chunks.length, true)
  file.set(new TextEncoder().encode('WEBP'), 8)
  file.set(chunks, 12)
  return file
}

/** Where the frame's own chunks begin in an ANMF chunk's payload (§2.7.1.1). */
const frameHeader = 16

/**
 * The first picture of an animated WebP, its transparency left out; any other file comes back as it is. One step a chunk,
 * each of at least eight bytes.
 */
export function firstFrame(file: Uint8Array): Uint8Array {
  const view = viewOf(file)
  for (let at = 12; at + 8 <= file.length; ) {
    const name = latin1(file, at, at + 4)
    const length = view.getUint32(at + 4, true)
    if (name === 'ANMF') return riff(bitstream(file.subarray(at + 8 + frameHeader, at + 8 + length)))
    at += 8 + length + (length % 2)
  }
  return file
}

/** The VP8 or VP8L chunk among a frame's chunks. */
function bitstream(chunks: Uint8Array): Uint8Array {
  const view = viewOf(chunks)
  for (let at = 0; at + 8 <= chunks.length; ) {
    const length = view.getUint32(at + 4, true)
    if (/^VP8[L ]$/.test(latin1(chunks, at, at + 4))) return chunks.subarray(at, at + 8 + length + (length % 2))
    at += 8 + length + (length % 2)
  }
  return new Uint8Array()
}
