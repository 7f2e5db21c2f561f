/** A picture at half its size: where a phone's photograph has more pixels than a code needs, searching all of them is wasted. */
import type { Luma } from './luma.ts'

/**
 * Above this a picture is halved before it is searched, until it is not above it: in a photograph of 64 million pixels a code
 * that fills an eighth of its width still has eleven pixels a module. Noise of this many pixels takes some seconds.
 */
const mostPixelsToSearch = 17_000_000

/** Each pixel the mean of four; an odd last row or column is left out. */
function halve({ bytes, width, height }: Luma): Luma {
  const [wide, high] = [width >> 1, height >> 1]
  const half = new Uint8Array(wide * high)
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const at = y * 2 * width + x * 2
      const sum = (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) + (bytes[at + width] ?? 0) + (bytes[at + width + 1] ?? 0)
      half[y * wide + x] = (sum + 2) >> 2
    }
  }
  return { bytes: half, width: wide, height: high }
}

/** The picture, small enough to be searched. */
export function toSearchableSize(luma: Luma): Luma {
  return luma.width * luma.height > mostPixelsToSearch ? toSearchableSize(halve(luma)) : luma
}
