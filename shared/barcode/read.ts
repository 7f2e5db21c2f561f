/** Brightness plane in, texts out. */
import type { ZXingReaderOptions } from 'zxing-wasm/reader'
import { liveOptions, stillOptions, glimpseOptions, type Engine } from './engine.ts'
import { enlarge, mostPixelsToEnlarge } from './enlarge.ts'
import { toSearchableSize } from './halve.ts'
import { isReadableSize, type Luma } from './luma.ts'

/** A plane that already lies in the reader's own memory, at `pointer`. Rows without padding; sizes in pixels. */
export interface PlacedPlane {
  pointer: number
  width: number
  height: number
}

/** Something that looks like a code: how long its longest side is, in pixels, and whether it could be read. */
export interface Glimpse {
  side: number
  read: boolean
}

/** The text of the one code in a frame of the live picture, or none. */
export function readFrame(engine: Engine, plane: PlacedPlane): string[] {
  return texts(engine, plane, liveOptions)
}

/** The same for a code that is light on dark. The plane is inverted in place, and stays so. */
export function readInvertedFrame(engine: Engine, plane: PlacedPlane): string[] {
  const pixels = engine.memory().subarray(plane.pointer, plane.pointer + plane.width * plane.height)
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = 255 - (pixels[at] ?? 0)
  return texts(engine, plane, liveOptions)
}

/** What in this frame looks like a code, read or not; null when nothing does. */
export function glimpse(engine: Engine, { pointer, width, height }: PlacedPlane): Glimpse | null {
  const found = engine.find(pointer, width, height, glimpseOptions)
  try {
    const first = found.size() > 0 ? found.get(0) : undefined
    if (!first) return null
    const { topLeft, topRight, bottomLeft } = first.position
    const top = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y)
    const left = Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y)
    return { side: Math.max(top, left), read: first.isValid }
  } finally {
    found.delete()
  }
}

/**
 * The texts of all codes in a still picture, each once. Takes its time: where nothing that is sought is among them it
 * looks again at twice the size, slightly sharpened, which reads codes of less than three pixels a module: a small
 * certificate may stand beside a large web address. A picture of an impossible size holds none.
 */
export function readPicture(engine: Engine, luma: Luma, isSought: (text: string) => boolean = () => true): string[] {
  if (!isReadableSize(luma.width, luma.height)) return []
  const searched = toSearchableSize(luma)
  const found = readLuma(engine, searched, stillOptions)
  if (found.some(isSought) || searched.width * searched.height > mostPixelsToEnlarge) return found
  return [...new Set([...found, ...readLuma(engine, enlarge(searched), stillOptions)])]
}

function readLuma(engine: Engine, luma: Luma, options: ZXingReaderOptions): string[] {
  const pointer = engine.allocate(luma.bytes.length)
  try {
    engine.memory().set(luma.bytes, pointer)
    return texts(engine, { pointer, width: luma.width, height: luma.height }, options)
  } finally {
    engine.release(pointer)
  }
}

function texts(engine: Engine, { pointer, width, height }: PlacedPlane, options: ZXingReaderOptions): string[] {
  const found = engine.find(pointer, width, height, options)
  try {
    const read = new Set<string>()
    for (let index = 0; index < found.size(); index += 1) {
      const code = found.get(index)
      if (code?.isValid && code.text !== '') read.add(code.text)
    }
    return [...read]
  } finally {
    found.delete()
  }
}
