/** A camera frame's brightness, put straight into the code reader's memory. */
import type { Engine } from '../../../shared/barcode/engine.ts'
import { isReadableSize, lumaFromRgba } from '../../../shared/barcode/luma.ts'
import type { PlacedPlane } from '../../../shared/barcode/read.ts'

/** Formats whose first plane is brightness, one byte a pixel. */
const planar = new Set<VideoPixelFormat | null>(['I420', 'I420A', 'I422', 'I444', 'NV12'])

/** Places frames in the reader's memory, one at a time; each overwrites the one before. */
export interface FrameShelf {
  /** The frame's brightness plane; null where the frame has an impossible size. Does not close the frame. */
  place(frame: VideoFrame): Promise<PlacedPlane | null>
}

/** A shelf in `engine`'s memory that grows with the frames put on it. */
export function openShelf(engine: Engine): FrameShelf {
  let pointer = 0
  let room = 0
  let canvas: OffscreenCanvas | undefined

  function reserve(bytes: number): void {
    if (bytes <= room) return
    if (pointer !== 0) engine.release(pointer)
    pointer = engine.allocate(bytes)
    room = bytes
  }

  async function placePlanar(frame: VideoFrame, width: number, height: number): Promise<PlacedPlane> {
    const size = frame.allocationSize()
    reserve(size)
    const [layout] = await frame.copyTo(engine.memory().subarray(pointer, pointer + size))
    if (!layout) throw new Error('a planar frame without planes')
    const start = pointer + layout.offset
    // The reader wants rows without padding. Moving them up in place is safe from the first row on.
    for (let row = 1; layout.stride !== width && row < height; row += 1) {
      const from = start + row * layout.stride
      engine.memory().copyWithin(start + row * width, from, from + width)
    }
    return { pointer: start, width, height }
  }

  function placeDrawn(frame: VideoFrame, width: number, height: number): PlacedPlane {
    canvas ??= new OffscreenCanvas(width, height)
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('no 2d canvas in the worker')
    context.drawImage(frame, 0, 0, width, height)
    const { bytes } = lumaFromRgba(context.getImageData(0, 0, width, height).data, width, height)
    reserve(bytes.length)
    engine.memory().set(bytes, pointer)
    return { pointer, width, height }
  }

  return {
    async place(frame) {
      const { width, height } = frame.visibleRect ?? { width: frame.displayWidth, height: frame.displayHeight }
      if (!isReadableSize(width, height)) return null
      return planar.has(frame.format) ? placePlanar(frame, width, height) : placeDrawn(frame, width, height)
    },
  }
}
