/**
 * Windows and OS/2 bitmaps (BMP): what scanner software and Paint save. 1, 4 and 8 bits with a palette, 16, 24 and 32 bits,
 * plain or run-length encoded. Field names are those of Windows' BITMAPINFOHEADER.
 */
import type { Luma } from '../luma.ts'
import type { PictureSize } from './picture-size.ts'
import { expandRuns } from './bmp-runs.ts'

interface BmpHeader extends PictureSize {
  /** Rows run upwards unless the height is negative. */
  upwards: boolean
  bits: number
  compression: number
  /** Where the palette begins, bytes an entry, and how many entries there may be. */
  palette: { at: number; entry: 3 | 4 }
  pixelsAt: number
}

const compressions = { none: 0, runs8: 1, runs4: 2, bitFields: 3 } as const

const viewOf = (file: Uint8Array): DataView => new DataView(file.buffer, file.byteOffset, file.byteLength)

/** OS/2's first header is 12 bytes long, with sides of 16 bits and palette entries of three bytes; later ones agree so far. */
const coreHeader = 12

function readHeader(file: Uint8Array): BmpHeader | null {
  if (file.length < 26) return null
  const view = viewOf(file)
  const [pixelsAt, size] = [view.getUint32(10, true), view.getUint32(14, true)]
  if (size === coreHeader) {
    const [width, height, bits] = [view.getUint16(18, true), view.getUint16(20, true), view.getUint16(24, true)]
    return { width, height, upwards: true, bits, compression: 0, palette: { at: 26, entry: 3 }, pixelsAt }
  }
  if (file.length < 54) return null
  const height = view.getInt32(22, true)
  const compression = view.getUint32(30, true)
  // Three masks stand behind the header where it is too short to hold them itself.
  const masks = size === 40 && compression === compressions.bitFields ? 12 : 0
  return {
    width: view.getInt32(18, true),
    height: Math.abs(height),
    upwards: height > 0,
    bits: view.getUint16(28, true),
    compression,
    palette: { at: 14 + size + masks, entry: 4 },
    pixelsAt,
  }
}

/** The size that the header states. */
export function bmpSize(file: Uint8Array): PictureSize | null {
  const header = readHeader(file)
  return header && { width: header.width, height: header.height }
}

/** Brightness (ITU-R BT.601 weights in 1/256). */
const grey = (red: number, green: number, blue: number): number => (77 * red + 150 * green + 29 * blue) >> 8

/** Decodes a BMP whose size has been read; what it is encoded in and we do not read, by name; null where bytes are missing. */
export function decodeBmp(file: Uint8Array): Luma | { unsupported: string } | null {
  const header = readHeader(file)
  if (!header) return null
  const { width, height, upwards, bits, compression, pixelsAt } = header
  const runs = compression === compressions.runs8 || compression === compressions.runs4
  const plain = compression === compressions.none || compression === compressions.bitFields
  if ((!runs && !plain) || ![1, 4, 8, 16, 24, 32].includes(bits) || (runs && bits > 8))
    return { unsupported: `BMP (${bits} bits, compression ${compression})` }
  const packed = file.subarray(pixelsAt)
  // Rows are padded to four bytes.
  const stride = runs ? width : Math.ceil((width * bits) / 32) * 4
  const rows = runs ? expandRuns(packed, width, height, compression === compressions.runs4) : packed
  if (rows.length < stride * height) return null
  const grade = gradeOf(file, header)
  const bytes = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const row = rows.subarray((upwards ? height - 1 - y : y) * stride)
    for (let x = 0; x < width; x++) bytes[y * width + x] = grade(row, x, runs ? 8 : bits)
  }
  return { bytes, width, height }
}

/** Five bits as eight. */
const five = (value: number): number => ((value & 31) * 255) / 31

type Grade = (row: Uint8Array, x: number, bits: number) => number

/** How bright the pixel `x` of a row is. */
function gradeOf(file: Uint8Array, header: BmpHeader): Grade {
  if (header.bits <= 8) {
    const palette = paletteOf(file, header)
    return (row, x, bits) => {
      const shift = 8 - bits - ((x * bits) % 8)
      return palette[((row[(x * bits) >> 3] ?? 0) >> shift) & ((1 << bits) - 1)] ?? 0
    }
  }
  if (header.bits === 16) {
    const green = greenBitsOf(file, header)
    return (row, x) => {
      const pixel = (row[x * 2] ?? 0) | ((row[x * 2 + 1] ?? 0) << 8)
      const greens = (1 << green) - 1
      return grey(five(pixel >> (5 + green)), (((pixel >> 5) & greens) * 255) / greens, five(pixel))
    }
  }
  return (row, x, bits) => {
    const at = x * (bits / 8)
    return grey(row[at + 2] ?? 0, row[at + 1] ?? 0, row[at] ?? 0)
  }
}

function paletteOf(file: Uint8Array, { bits, palette: { at, entry } }: BmpHeader): Uint8Array {
  return Uint8Array.from({ length: 1 << bits }, (_, index) => {
    const from = at + index * entry
    return grey(file[from + 2] ?? 0, file[from + 1] ?? 0, file[from] ?? 0)
  })
}

/** 5-5-5 unless the masks say 5-6-5; they stand right behind the first 40 bytes of the header in either form. */
function greenBitsOf(file: Uint8Array, { compression }: BmpHeader): 5 | 6 {
  if (compression !== compressions.bitFields || file.length < 66) return 5
  return viewOf(file).getUint32(58, true) === 0x07e0 ? 6 : 5
}
