/**
 * A QR code's modules as SVG and as PNG. The PNG has one bit a pixel and repeats whole rows, so that it is small and
 * made in well under a millisecond.
 */
import { crc32, deflateSync } from 'node:zlib'
import { darkPath, quietZone, type QrMatrix } from '../../shared/barcode/dark-path.ts'

/** Draws a code as SVG with its quiet zone. */
export function qrSvg(matrix: QrMatrix): string {
  const whole = matrix.size + 2 * quietZone
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-quietZone} ${-quietZone} ${whole} ${whole}" shape-rendering="crispEdges"><rect x="${-quietZone}" y="${-quietZone}" width="${whole}" height="${whole}" fill="#fff"/><path d="${darkPath(matrix)}"/></svg>\n`
}

/** A chunk (PNG §5.3). */
function chunk(type: string, content: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12 + content.length)
  bytes.writeUInt32BE(content.length)
  bytes.write(type, 4, 'latin1')
  bytes.set(content, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + content.length)), 8 + content.length)
  return bytes
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Draws a code as PNG with its quiet zone, `scale` pixels a module. */
export function qrPng({ size, modules }: QrMatrix, scale: number): Buffer {
  const width = (size + 2 * quietZone) * scale
  const rowLength = 1 + Math.ceil(width / 8)
  // A filter byte of 0 (none), then a bit a pixel; 1 is white.
  const white = Buffer.alloc(rowLength, 0xff)
  white[0] = 0
  const rows: Buffer[] = Array.from({ length: quietZone * scale }, () => white)
  for (let row = 0; row < size; row++) {
    const line = Buffer.from(white)
    for (let column = 0; column < size; column++) {
      if (modules[row * size + column] !== 0) continue
      const from = (column + quietZone) * scale
      for (let pixel = from; pixel < from + scale; pixel++) line[1 + (pixel >> 3)]! &= ~(0x80 >> (pixel & 7))
    }
    for (let copy = 0; copy < scale; copy++) rows.push(line)
  }
  for (let copy = 0; copy < quietZone * scale; copy++) rows.push(white)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(width, 4)
  header[8] = 1
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
