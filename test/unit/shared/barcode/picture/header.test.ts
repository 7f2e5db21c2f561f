import { describe, expect, test } from 'vitest'
import { readPictureHeader } from '../../../../../shared/barcode/picture/header.ts'
import { firstPicture } from '../../../../../shared/barcode/picture/webp.ts'

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex')

describe('the header of a WebP', () => {
  test.each([
    ['lossless', 'VP8L', (file: Buffer) => file.writeUInt32LE((319 << 0) | (239 << 14), 21)],
    ['extended', 'VP8X', (file: Buffer) => (file.writeUIntLE(319, 24, 3), file.writeUIntLE(239, 27, 3))],
    ['lossy', 'VP8 ', (file: Buffer) => (file.writeUInt16LE(320, 26), file.writeUInt16LE(240, 28))],
  ])('states the size: %s', (_what, kind, write) => {
    const file = Buffer.alloc(40)
    file.write(`RIFF....WEBP${kind}`, 0)
    write(file)
    expect(readPictureHeader(file)).toEqual({ kind: 'webp', width: 320, height: 240 })
  })

  test.each([
    ['of an animated one', 'ANMF'],
    ['behind another chunk', 'XXXX'],
  ])('is not that of the picture in it: %s', (_what, chunk) => {
    // A canvas of 100×100 around a picture of 16383×16383.
    const picture = Buffer.alloc(8 + 6)
    picture.write('VP8L', 0)
    picture.writeUInt32LE(5, 4)
    picture.writeUInt32LE(16_382 | (16_382 << 14), 9)
    const around = Buffer.alloc(8 + 16)
    around.write(chunk, 0)
    around.writeUInt32LE(chunk === 'ANMF' ? 16 + picture.length : 16, 4)
    const canvas = Buffer.alloc(30)
    canvas.write('RIFF....WEBPVP8X', 0)
    canvas.writeUInt32LE(10, 16)
    canvas.writeUIntLE(99, 24, 3)
    canvas.writeUIntLE(99, 27, 3)
    const file = Buffer.concat([canvas, around, picture])
    expect(readPictureHeader(file)).toEqual({ kind: 'webp', width: 100, height: 100 })
    expect(firstPicture(file)).toMatchObject({ width: 16_383, height: 16_383 })
  })

  test('and a file without any picture in it has none', () => {
    expect(firstPicture(Buffer.from('RIFF....WEBPVP8X\x0a\0\0\0..........'))).toBeNull()
  })
})

/** Start of frame: 8 bits, 240 high, 320 wide. */
const frame = 'ffc2 0011 08 00f0 0140 03 012200'

describe('the header of a JPEG states the size that a decoder finds', () => {
  test.each([
    ['behind other segments', `ffd8 ffe0 0004 1122 ${frame}`],
    ['behind markers that no length follows', `ffd8 ff01 ffd0 ffd7 ${frame}`],
    ['behind such a marker that hides another header', `ffd8 ff01 ${frame} ffc0 0011 08 4e20 4e20 03 012200`],
    ['behind a stray byte', `ffd8 00 ${frame}`],
    ['behind fill bytes', `ffd8 ffff ff ${frame}`],
    ['behind a segment of no length', `ffd8 ffe0 0000 ${frame}`],
  ])('%s', (_where, file) => {
    expect(readPictureHeader(hex(file))).toEqual({ kind: 'jpeg', width: 320, height: 240 })
  })

  test('a marker without a length never leads past the header', () => {
    // Read as a segment, FF01 would skip the real header, of 20000 pixels squared.
    expect(readPictureHeader(hex('ffd8 ff01 ffc0 0011 08 4e20 4e20 03 012200'))).toMatchObject({ width: 20_000 })
  })

  test('and none where there is none before the first scan', () => {
    expect(readPictureHeader(hex(`ffd8 ffda 0008 000000000000 ${frame}`))).toEqual({ kind: 'damaged' })
  })
})

describe('a file that is not read', () => {
  test.each([
    ['HEIC', 'xxxxftypheic....'],
    ['AVIF', 'xxxxftypavif....'],
    ['GIF', 'GIF89a..........'],
    ['TIFF', 'II*\0............'],
    ['PDF', '%PDF-1.7........'],
    ['SVG', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['PPM', 'P6\n1 1 255\n...'],
    ['PPM', 'P3\t1 1 255 ....'],
    ['PBM', 'P1 1 1 0........'],
    ['MP4', 'xxxxftypmp42....'],
    ['MP4', 'xxxxftypqt  ....'],
    ['TIFF', 'MM\0+............'],
    ['JPEG 2000', '\xff\x4f\xff\x51........'],
    ['PDF', '\xef\xbb\xbf%PDF-1.7.....'],
    ['SVG', '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">\n<svg/>'],
  ])('is called by its name: %s', (name, start) => {
    expect(readPictureHeader(Buffer.from(start, 'latin1'))).toEqual({ kind: 'unsupported', name })
  })

  test.each(['', 'BM', 'HC1:NOT A PICTURE', 'xxxxftypdash....', '\x89PNG'])('is no picture: %s', (start) => {
    expect(['none', 'damaged']).toContain(readPictureHeader(Buffer.from(start, 'latin1')).kind)
  })
})
