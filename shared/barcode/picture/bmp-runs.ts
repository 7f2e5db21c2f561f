/** Run-length encoded bitmaps (BI_RLE8, BI_RLE4): rows from the bottom, of palette numbers. */

/** Of two pixels in a byte, the one at `index`. */
const half = (byte: number, index: number): number => (index % 2 === 0 ? byte >> 4 : byte & 15)

/**
 * Expands the runs to one byte a pixel, rows in the file's order. What the runs leave out is 0, what they write outside
 * the picture is dropped. Two bytes are read at each step, so that there are at most half as many steps as bytes, and each
 * writes at most 255 pixels.
 */
export function expandRuns(packed: Uint8Array, width: number, height: number, fourBits: boolean): Uint8Array {
  const pixels = new Uint8Array(width * height)
  let [x, y, at] = [0, 0, 0]
  const put = (value: number): void => {
    if (x < width && y < height) pixels[y * width + x] = value
    x++
  }
  while (at + 1 < packed.length && y < height) {
    const [count = 0, value = 0] = packed.subarray(at, at + 2)
    at += 2
    if (count > 0) {
      for (let index = 0; index < count; index++) put(fourBits ? half(value, index) : value)
    } else if (value === 0) {
      x = 0
      y++
    } else if (value === 1) {
      break
    } else if (value === 2) {
      x += packed[at] ?? 0
      y += packed[at + 1] ?? 0
      at += 2
    } else {
      // As many pixels as `value` says, each written out, padded to two bytes.
      const length = fourBits ? Math.ceil(value / 2) : value
      for (let index = 0; index < value; index++) {
        const byte = packed[at + (fourBits ? index >> 1 : index)] ?? 0
        put(fourBits ? half(byte, index) : byte)
      }
      at += length + (length % 2)
    }
  }
  return pixels
}
