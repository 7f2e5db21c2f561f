/**
 * A picture at twice its size, slightly sharpened: a dense code photographed from too far has modules of under three
 * pixels, which the reader's sampling grid cannot hold apart, though the grey levels between them still can.
 */
import type { Luma } from './luma.ts'

/** Larger pictures have pixels enough; enlarging them would only take memory (four times theirs) and seconds. */
export const mostPixelsToEnlarge = 8_000_000

/**
 * Catmull-Rom weights for the four neighbours at a quarter of a pixel: with a factor of two every new sample lies a
 * quarter to one side of an old one, so these four (and their mirror image) are all there are. They add up to 128.
 */
const near = 111
const next = 29
const beyondNear = -9
const beyondNext = -3

/** How much of the difference from the local mean is added back, in 1/16. */
const sharpening = 8

/** Doubles both sides by bicubic (Catmull-Rom) interpolation, then sharpens. */
export function enlarge({ bytes, width, height }: Luma): Luma {
  const wide = doubleRows(bytes, width, height)
  const tall = transpose(doubleRows(transpose(wide, width * 2, height), height, width * 2), height * 2, width * 2)
  return { bytes: sharpen(tall, width * 2, height * 2), width: width * 2, height: height * 2 }
}

/** Doubles the length of each row. */
function doubleRows(bytes: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const doubled = new Uint8ClampedArray(width * 2 * height)
  const last = width - 1
  for (let y = 0; y < height; y += 1) {
    const row = y * width
    for (let x = 0; x <= last; x += 1) {
      const here = bytes[row + x] ?? 0
      const left = bytes[row + Math.max(x - 1, 0)] ?? 0
      const left2 = bytes[row + Math.max(x - 2, 0)] ?? 0
      const right = bytes[row + Math.min(x + 1, last)] ?? 0
      const right2 = bytes[row + Math.min(x + 2, last)] ?? 0
      const at = (row + x) * 2
      doubled[at] = (near * here + next * left + beyondNear * right + beyondNext * left2 + 64) >> 7
      doubled[at + 1] = (near * here + next * right + beyondNear * left + beyondNext * right2 + 64) >> 7
    }
  }
  return new Uint8Array(doubled.buffer)
}

function transpose(bytes: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const turned = new Uint8Array(bytes.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) turned[x * height + y] = bytes[y * width + x] ?? 0
  }
  return turned
}

/** Unsharp mask over the mean of the 3×3 neighbourhood; the outermost pixels stay as they are. */
function sharpen(bytes: Uint8Array<ArrayBuffer>, width: number, height: number): Uint8Array<ArrayBuffer> {
  const sharp = new Uint8ClampedArray(bytes)
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      let sum = 0
      for (let row = at - width; row <= at + width; row += width) {
        sum += (bytes[row - 1] ?? 0) + (bytes[row] ?? 0) + (bytes[row + 1] ?? 0)
      }
      const here = bytes[at] ?? 0
      sharp[at] = here + ((here - sum / 9) * sharpening) / 16
    }
  }
  return new Uint8Array(sharp.buffer)
}
