/** Bitmaps for the tests, in every encoding that is read: of a picture of black (0) and white (255). */

/** Rows from the top, one byte a pixel. */
export interface BlackAndWhite {
  width: number
  height: number
  bytes: Uint8Array
}

export type Encoding = '1' | '4' | '8' | '16' | '16 of 565' | '24' | '32' | 'RLE8' | 'RLE4' | 'OS/2' | 'from the top'
export const encodings: readonly Encoding[] = [
  '1',
  '4',
  '8',
  '16',
  '16 of 565',
  '24',
  '32',
  'RLE8',
  'RLE4',
  'OS/2',
  'from the top',
]

/** Runs of one row, then the end of the line. */
function runs(row: Uint8Array, fourBits: boolean): number[] {
  const packed: number[] = []
  for (let x = 0; x < row.length; ) {
    let length = 1
    while (length < 255 && x + length < row.length && row[x + length] === row[x]) length++
    packed.push(length, row[x] === 0 ? 0 : fourBits ? 0x11 : 1)
    x += length
  }
  return [...packed, 0, 0]
}

function plainRow(row: Uint8Array, bits: number, green: 5 | 6): Buffer {
  const packed = Buffer.alloc(Math.ceil((row.length * bits) / 32) * 4)
  row.forEach((value, x) => {
    if (bits < 8) packed[(x * bits) >> 3]! |= (value === 0 ? 0 : 1) << (8 - bits - ((x * bits) % 8))
    else if (bits === 8) packed[x] = value === 0 ? 0 : 1
    else if (bits === 16) packed.writeUInt16LE(value === 0 ? 0 : green === 6 ? 0xffff : 0x7fff, x * 2)
    else packed.fill(value, x * (bits / 8), x * (bits / 8) + 3)
  })
  return packed
}

/** The picture as a BMP file. */
export function bitmap({ width, height, bytes }: BlackAndWhite, encoding: Encoding): Buffer {
  const encoded = encoding.startsWith('RLE')
  const core = encoding === 'OS/2'
  const masks = encoding === '16 of 565'
  const bits =
    { RLE8: 8, RLE4: 4, 'OS/2': 8, 'from the top': 24, '16 of 565': 16 }[encoding as string] ?? Number(encoding)
  const fromTop = Array.from({ length: height }, (_, y) => bytes.subarray(y * width, (y + 1) * width))
  const rows = encoding === 'from the top' ? fromTop : fromTop.toReversed()
  const pixels = encoded
    ? Buffer.from([...rows.flatMap((row) => runs(row, bits === 4)), 0, 1])
    : Buffer.concat(rows.map((row) => plainRow(row, bits, masks ? 6 : 5)))
  const entry = core ? 3 : 4
  const palette = Buffer.alloc(bits <= 8 ? (1 << bits) * entry : 0)
  if (palette.length > 0) palette.fill(255, entry, entry + 3)
  const header = Buffer.alloc(14 + (core ? 12 : 40) + (masks ? 12 : 0))
  header.write('BM')
  header.writeUInt32LE(header.length + palette.length, 10)
  header.writeUInt32LE(core ? 12 : 40, 14)
  if (core) {
    header.writeUInt16LE(width, 18)
    header.writeUInt16LE(height, 20)
    header.writeUInt16LE(bits, 24)
  } else {
    header.writeInt32LE(width, 18)
    header.writeInt32LE(encoding === 'from the top' ? -height : height, 22)
    header.writeUInt16LE(bits, 28)
    header.writeUInt32LE({ RLE8: 1, RLE4: 2, '16 of 565': 3 }[encoding as string] ?? 0, 30)
    if (masks) [0xf800, 0x07e0, 0x001f].forEach((mask, index) => header.writeUInt32LE(mask, 54 + index * 4))
  }
  return Buffer.concat([header, palette, pixels])
}
