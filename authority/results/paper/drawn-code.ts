/**
 * The modules of a code that a run has drawn, from its picture: slips are of all that a folder has, also of what an earlier run
 * issued, whose texts are kept nowhere but in the pictures.
 */
import { inflateSync } from 'node:zlib'
import { quietZone, type QrMatrix } from '../../../main/qr/index.ts'

/** Larger than any code's picture is, in modules (ISO/IEC 18004: version 40). */
const mostModules = 177

const broken = (): Error => new Error('this is no picture of a code that was drawn here')

/** Of our own PNG: one bit a pixel, each row unfiltered, all in one chunk (main/qr/qr-picture.ts). */
export function matrixOfPng(png: Buffer): QrMatrix {
  const width = png.readUInt32BE(16)
  const at = png.indexOf('IDAT')
  if (at < 0) throw broken()
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)), { maxOutputLength: 10_000_000 })
  const rowLength = 1 + Math.ceil(width / 8)
  const isDark = (x: number, y: number): boolean => ((rows[y * rowLength + 1 + (x >> 3)]! >> (7 - (x & 7))) & 1) === 0
  // The corner of the finder is the first that is dark, behind the quiet zone: so wide is a module.
  let corner = 0
  while (corner < width && !isDark(corner, corner)) corner++
  const scale = corner / quietZone
  const size = width / scale - 2 * quietZone
  if (!Number.isInteger(scale) || !Number.isInteger(size) || size < 21 || size > mostModules) throw broken()
  const modules = new Uint8Array(size * size).fill(255)
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (isDark((column + quietZone) * scale, (row + quietZone) * scale)) modules[row * size + column] = 0
  return { size, modules }
}

/** Of our own SVG: runs of modules (shared/barcode/dark-path.ts). */
export function matrixOfSvg(svg: string): QrMatrix {
  const whole = Number(/viewBox="-\d+ -\d+ (\d+) /.exec(svg)?.[1])
  const size = whole - 2 * quietZone
  if (!(size >= 21 && size <= mostModules)) throw broken()
  const modules = new Uint8Array(size * size).fill(255)
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    const from = Number(y) * size + Number(x)
    modules.fill(0, from, from + Number(length))
  }
  return { size, modules }
}
