/**
 * PNG by lodepng in WebAssembly. It inflates whatever a file holds before it looks at the size, and texts and profiles as
 * well; so it is given the picture alone, and only where that inflates to what the header says.
 */
import { inflateSync } from 'node:zlib'
import lodepng from '@cwasm/lodepng'
import { lumaFromRgba, type Luma } from '../../shared/barcode/luma.ts'
import { latin1 } from '../../shared/barcode/picture/latin1.ts'

const signature = 8

/** Critical chunks, and the one that says what is transparent (PNG third edition, §11). */
const needed = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])

/** Samples a pixel, by colour type (§11.2.1). */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/**
 * Decodes a PNG whose size has been read and may be decoded; null where it is damaged.
 * @throws Error where lodepng cannot decode it
 */
export function decodePng(file: Buffer, width: number, height: number): Luma | null {
  const chunks = neededChunks(file)
  const [header] = chunks
  if (header?.name !== 'IHDR' || header.content.length !== 13) return null
  const depth = header.content.readUInt8(8)
  const perPixel = samples[header.content.readUInt8(9)]
  if (perPixel === undefined || ![1, 2, 4, 8, 16].includes(depth)) return null
  // Each row has a filter byte in front; an interlaced picture has seven passes of some rows more, twice as many at most.
  const row = 1 + Math.ceil((width * depth * perPixel) / 8)
  const most = row * height + (header.content.readUInt8(12) === 0 ? 0 : row * height + 7 * (width + height))
  const pixels = Buffer.concat(chunks.flatMap(({ name, content }) => (name === 'IDAT' ? [content] : [])))
  // Throws for more than that, and for what does not inflate.
  inflateSync(pixels, { maxOutputLength: most })
  const picture = lodepng.decode(Buffer.concat([file.subarray(0, signature), ...chunks.map(({ whole }) => whole)]))
  return lumaFromRgba(picture.data, picture.width, picture.height)
}

interface Chunk {
  name: string
  content: Buffer
  /** With length, name and check sum. */
  whole: Buffer
}

/** One step a chunk, each of at least twelve bytes. */
function neededChunks(file: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = signature; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at)
    const name = latin1(file, at + 4, at + 8)
    if (needed.has(name) && end <= file.length)
      chunks.push({ name, content: file.subarray(at + 8, end - 4), whole: file.subarray(at, end) })
    if (name === 'IEND') break
    at = end
  }
  return chunks
}
