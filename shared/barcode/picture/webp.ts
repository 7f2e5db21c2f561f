/** WebP (RFC 9649): its size, and the first picture of an animated one as a file of its own. */
import type { PictureSize } from './picture-size.ts'
import { latin1 } from './latin1.ts'

const viewOf = (file: Uint8Array): DataView => new DataView(file.buffer, file.byteOffset, file.byteLength)

/** Three bytes, little end first. */
const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)

/** The size that the file states first (§2.5–2.7): of an extended one its canvas, else of its bitstream. */
export function webpSize(file: Uint8Array): PictureSize | null {
  if (file.length < 30) return null
  if (latin1(file, 12, 16) !== 'VP8X') return bitstreamSize(file, 12)
  const view = viewOf(file)
  return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
}

/** The size that a picture's own bitstream states, whatever a container says around it; null where it states none. */
function bitstreamSize(file: Uint8Array, at: number): PictureSize | null {
  const view = viewOf(file)
  const name = latin1(file, at, at + 4)
  if (name === 'VP8L' && at + 13 <= file.length) {
    const bits = view.getUint32(at + 9, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (name === 'VP8 ' && at + 18 <= file.length)
    return { width: view.getUint16(at + 14, true) & 0x3fff, height: view.getUint16(at + 16, true) & 0x3fff }
  return null
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
 * The first picture of a WebP, still or animated, as a file of nothing but its bitstream, with the size that this states: a
 * decoder asks no other, and a canvas or a first chunk may say something else. Transparency of an extended file is left out.
 * Null where there is none. One step a chunk, each of at least eight bytes.
 */
export function firstPicture(file: Uint8Array): ({ file: Uint8Array } & PictureSize) | null {
  return bitstreamOf(file, 12, file.length)
}

function bitstreamOf(file: Uint8Array, from: number, end: number): ({ file: Uint8Array } & PictureSize) | null {
  const view = viewOf(file)
  for (let at = from; at + 8 <= end; ) {
    const name = latin1(file, at, at + 4)
    const length = view.getUint32(at + 4, true)
    const next = at + 8 + length + (length % 2)
    if (name === 'ANMF') return bitstreamOf(file, at + 8 + frameHeader, Math.min(end, at + 8 + length))
    const size = bitstreamSize(file, at)
    if (size) return { file: riff(file.subarray(at, Math.min(next, end))), ...size }
    at = next
  }
  return null
}
