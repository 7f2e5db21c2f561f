/** Windows bitmaps (BMP), uncompressed, 8-bit palette, 24-bit or 32-bit: what scanner software saves. */
import { lumaFromRgba, type Luma } from '../../shared/barcode/luma.ts'

const uncompressed = 0
/** `BI_BITFIELDS`: for 32 bits with the usual masks the same as uncompressed. */
const bitFields = 3

/** Decodes a BMP whose header has been read. Null for the kinds that we leave out or where bytes are missing. */
export function decodeBmp(file: Buffer, width: number, height: number): Luma | null {
  const pixelsAt = file.readUInt32LE(10)
  const paletteAt = 14 + file.readUInt32LE(14)
  const bits = file.readUInt16LE(28)
  const compression = file.readUInt32LE(30)
  if (compression !== uncompressed && !(compression === bitFields && bits === 32)) return null
  if (bits !== 8 && bits !== 24 && bits !== 32) return null
  // Rows are padded to four bytes and run upwards unless the height is negative.
  const stride = Math.ceil((width * bits) / 32) * 4
  if (pixelsAt + stride * height > file.length) return null
  const upwards = file.readInt32LE(22) > 0
  const rgba = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    const row = pixelsAt + (upwards ? height - 1 - y : y) * stride
    for (let x = 0; x < width; x++) {
      const from = bits === 8 ? paletteAt + file.readUInt8(row + x) * 4 : row + x * (bits / 8)
      const to = (y * width + x) * 4
      rgba[to] = file[from + 2] ?? 0
      rgba[to + 1] = file[from + 1] ?? 0
      rgba[to + 2] = file[from] ?? 0
      rgba[to + 3] = 255
    }
  }
  return lumaFromRgba(rgba, width, height)
}
