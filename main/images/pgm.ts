/** Portable graymaps (PGM, netpbm), binary (P5) and plain (P2). */
import type { Luma } from '../../shared/barcode/luma.ts'

const header = /^P([25])\s+(?:#[^\n]*\n\s*)*\d{1,6}\s+(?:#[^\n]*\n\s*)*\d{1,6}\s+(?:#[^\n]*\n\s*)*(\d{1,5})\s/

/** Decodes a PGM whose size has been read. Null where samples are missing or more than 16 bits wide. */
export function decodePgm(file: Buffer, width: number, height: number): Luma | null {
  const match = header.exec(file.toString('latin1', 0, 1024))
  const most = Number(match?.[2])
  if (!match || !(most >= 1 && most <= 65_535)) return null
  const body = file.subarray(match[0].length)
  const samples = match[1] === '5' ? binarySamples(body, most > 255 ? 2 : 1) : plainSamples(body)
  const bytes = new Uint8Array(width * height)
  for (let index = 0; index < bytes.length; index++) {
    const sample = samples(index)
    if (sample === undefined) return null
    bytes[index] = Math.min(255, Math.round((sample * 255) / most))
  }
  return { bytes, width, height }
}

function binarySamples(body: Buffer, width: 1 | 2): (index: number) => number | undefined {
  if (width === 1) return (index) => body[index]
  return (index) => (index * 2 + 2 <= body.length ? body.readUInt16BE(index * 2) : undefined)
}

function plainSamples(body: Buffer): (index: number) => number | undefined {
  const numbers = body.toString('latin1').match(/\d+/g) ?? []
  return (index) => (numbers[index] === undefined ? undefined : Number(numbers[index]))
}
