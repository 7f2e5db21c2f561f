import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expandRuns } from '../../../../../shared/barcode/picture/bmp-runs.ts'
import { bmpSize, decodeBmp } from '../../../../../shared/barcode/picture/bmp.ts'
import { bitmap, encodings } from './bitmaps.ts'

/** Nine by three: no row fills its padding. */
const picture = {
  width: 9,
  height: 3,
  bytes: Uint8Array.from('001110101110001011101110110', (digit) => (digit === '1' ? 255 : 0)),
}

describe('a bitmap', () => {
  test.each(encodings)('of encoding %s gives its pixels', (encoding) => {
    const file = bitmap(picture, encoding)
    expect(bmpSize(file)).toEqual({ width: 9, height: 3 })
    const decoded = decodeBmp(file)
    expect(decoded).toMatchObject({ width: 9, height: 3 })
    // White may be a shade less than 255.
    expect([...(decoded as { bytes: Uint8Array }).bytes].map((grey) => (grey > 250 ? 255 : grey))).toEqual([
      ...picture.bytes,
    ])
  })

  test.each(encodings)('of encoding %s that is cut off is damaged, or has its pixels as far as they go', (encoding) => {
    const file = bitmap(picture, encoding)
    const decoded = decodeBmp(file.subarray(0, file.length - 8))
    if (!encoding.startsWith('RLE')) expect(decoded).toBeNull()
  })

  test('in an encoding of printers is called by its name', () => {
    const file = bitmap(picture, '24')
    file.writeUInt32LE(4, 30)
    expect(decodeBmp(file)).toEqual({ unsupported: 'BMP (24 bits, compression 4)' })
  })
})

test('runs that are written out, left out and beyond the picture stay inside it', () => {
  // Three written out (1 2 3, padded), one to the right and one up, five of 7 in a row that is three wide.
  const packed = Uint8Array.from([0, 3, 1, 2, 3, 0, 0, 0, 0, 2, 1, 1, 5, 7, 0, 1])
  expect([...expandRuns(packed, 3, 3, false)]).toEqual([1, 2, 3, 0, 0, 0, 0, 7, 7])
})

test('runs of any bytes come to an end inside the picture', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (packed, fourBits) => {
      expect(expandRuns(packed, 5, 4, fourBits)).toHaveLength(20)
    }),
  )
})
