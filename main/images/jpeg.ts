/**
 * JPEG by libjpeg-turbo in WebAssembly (`@cwasm/jpeg-turbo`), asked for brightness at once: a quarter of the memory of its
 * own `decode`, which knows neither CMYK nor files with a stray byte, and takes memory for any size that a header claims.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as v from 'valibot'
import { isReadableSize, type Luma } from '../../shared/barcode/luma.ts'

/** Pixel formats and colour spaces of TurboJPEG 2 (turbojpeg.h). */
const pixelFormat = { grey: 6, cmyk: 11 } as const
const colourSpace = { cmyk: 3, ycck: 4 } as const

type Call = (...numbers: number[]) => number
const call = v.custom<Call>((value) => typeof value === 'function')
const exportsSchema = v.object({
  memory: v.instance(WebAssembly.Memory),
  malloc: call,
  tjInitDecompress: call,
  tjDecompressHeader3: call,
  tjDecompress2: call,
})

const refuse = (): never => {
  throw new Error('the decoder has given up')
}

function start(): v.InferOutput<typeof exportsSchema> {
  const file = createRequire(import.meta.url).resolve('@cwasm/jpeg-turbo/jpeg-turbo.wasm')
  const env = { setjmp: () => 0, longjmp: refuse }
  const system = {
    environ_sizes_get: () => 0,
    environ_get: refuse,
    proc_exit: refuse,
    fd_close: refuse,
    fd_seek: refuse,
    fd_write: refuse,
  }
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {
    env,
    wasi_snapshot_preview1: system,
  })
  return v.parse(exportsSchema, exports)
}

/**
 * Decodes a JPEG. Where the file is damaged, what could be decoded is answered: a code in it may still be whole. Memory is
 * not given back: the process that this runs in ends.
 * @throws Error where nothing can be decoded
 */
export function decodeJpeg(file: Uint8Array): Luma | 'too-large' {
  const jpeg = start()
  const input = jpeg.malloc(file.length)
  new Uint8Array(jpeg.memory.buffer).set(file, input)
  const decompressor = jpeg.tjInitDecompress()
  // Width, height, subsampling and colour space. A warning answers as an error does, so what was written is looked at.
  const stated = jpeg.malloc(16)
  new Uint8Array(jpeg.memory.buffer).fill(0, stated, stated + 16)
  jpeg.tjDecompressHeader3(decompressor, input, file.length, stated, stated + 4, stated + 8, stated + 12)
  const [width = 0, height = 0, , space = 0] = new Int32Array(jpeg.memory.buffer, stated, 4)
  if (width <= 0 || height <= 0) throw new Error('no header')
  if (!isReadableSize(width, height)) return 'too-large'
  const fourColours = space === colourSpace.cmyk || space === colourSpace.ycck
  const samples = fourColours ? 4 : 1
  const format = fourColours ? pixelFormat.cmyk : pixelFormat.grey
  const output = jpeg.malloc(width * height * samples)
  if (output === 0) throw new Error('no memory')
  jpeg.tjDecompress2(decompressor, input, file.length, output, width, width * samples, height, format, 0)
  const pixels = new Uint8Array(jpeg.memory.buffer, output, width * height * samples)
  return { bytes: fourColours ? greyFromCmyk(pixels) : new Uint8Array(pixels), width, height }
}

/** Adobe's programs write CMYK inverted, and nobody else writes CMYK JPEGs: 255 is no ink. */
function greyFromCmyk(cmyk: Uint8Array): Uint8Array<ArrayBuffer> {
  const grey = new Uint8Array(cmyk.length / 4)
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 4) {
    const ink = 77 * (cmyk[at] ?? 0) + 150 * (cmyk[at + 1] ?? 0) + 29 * (cmyk[at + 2] ?? 0)
    grey[pixel] = ((ink >> 8) * (cmyk[at + 3] ?? 0)) / 255
  }
  return grey
}
