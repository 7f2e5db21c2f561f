/**
 * A grey picture: what the code reader looks at. One byte a pixel, rows from the top, no padding between rows.
 */

/** Brightness plane: `bytes.length === width * height`, 0 black, 255 white. */
export interface Luma {
  bytes: Uint8Array<ArrayBuffer>
  width: number
  height: number
}

/**
 * A little more than a camera of 64 megapixels writes (9280×6944); those of more join their pixels unless told otherwise. A
 * picture beyond it is refused before memory is taken for it.
 */
export const mostPixels = 70_000_000

/** Below this a side cannot hold the smallest code. */
const shortestSide = 8

/** Could a picture of this size hold a code, and is it small enough to be opened? Sizes in pixels. */
export function isReadableSize(width: number, height: number): boolean {
  return (
    Number.isInteger(width) &&
    Number.isInteger(height) &&
    width >= shortestSide &&
    height >= shortestSide &&
    width * height <= mostPixels
  )
}

/** The background on which what a picture shows can be seen: 255 as paper, 0 where all that it shows is light itself. */
function backgroundFor(rgba: Uint8Array | Uint8ClampedArray): number {
  let light = 0
  let dark = 0
  for (let at = 0; at + 3 < rgba.length; at += 4) {
    if ((rgba[at + 3] ?? 0) < 128) continue
    if (greyAt(rgba, at) < 128) dark += 1
    else light += 1
  }
  return light > dark ? 0 : 255
}

function greyAt(rgba: Uint8Array | Uint8ClampedArray, at: number): number {
  return (77 * (rgba[at] ?? 0) + 150 * (rgba[at + 1] ?? 0) + 29 * (rgba[at + 2] ?? 0)) >> 8
}

/**
 * Brightness of an RGBA picture (ITU-R BT.601 weights in 1/256), transparent pixels over white as paper would show
 * them, or over black where the picture is made to be seen on a dark page. `rgba` holds four bytes a pixel;
 * `rgba.length === width * height * 4`.
 */
export function lumaFromRgba(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Luma {
  const bytes = new Uint8Array(width * height)
  let background: number | null = null
  for (let pixel = 0, at = 0; pixel < bytes.length; pixel += 1, at += 4) {
    const grey = greyAt(rgba, at)
    const alpha = rgba[at + 3] ?? 255
    if (alpha !== 255) background ??= backgroundFor(rgba)
    bytes[pixel] = alpha === 255 ? grey : Math.round((grey * alpha + (background ?? 255) * (255 - alpha)) / 255)
  }
  return { bytes, width, height }
}
