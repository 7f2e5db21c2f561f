/** Portable graymaps (PGM, netpbm), binary (P5) and plain (P2). */
import type { Luma } from '../luma.ts'
import type { PictureSize } from './picture-size.ts'
import { latin1 } from './latin1.ts'

const header = /^P([25])\s+(?:#[^\n]*\n\s*)*(\d{1,6})\s+(?:#[^\n]*\n\s*)*(\d{1,6})\s+(?:#[^\n]*\n\s*)*(\d{1,5})\s/

/** A longer header has comments that nobody writes. */
const longestHeader = 1024

const readHeader = (file: Uint8Array): RegExpExecArray | null => header.exec(latin1(file, 0, longestHeader))

/** The size that the header states. */
export function pgmSize(file: Uint8Array): PictureSize | null {
  const match = readHeader(file)
  return match && { width: Number(match[2]), height: Number(match[3]) }
}

/** Decodes a PGM whose size has been read. Null where samples are missing or more than 16 bits wide. */
export function decodePgm(file: Uint8Array, width: number, height: number): Luma | null {
  const match = readHeader(file)
  const most = Number(match?.[4])
  if (!match || !(most >= 1 && most <= 65_535)) return null
  const body = file.subarray(match[0].length)
  const samples = match[1] === '5' ? binarySamples(body, most > 255 ? 2 : 1) : plainSamples(body)
  const bytes = new Uint8Array(width * height)
  for (let index = 0; index < bytes.length; index++) {
    const sample = samples()
    if (sample === undefined) return null
    bytes[index] = Math.min(255, Math.round((sample * 255) / most))
  }
  return { bytes, width, height }
}

type NextSample = () => number | undefined

function binarySamples(body: Uint8Array, width: 1 | 2): NextSample {
  let at = 0
  if (width === 1) return () => body[at++]
  return () => {
    const [high, low] = [body[at++], body[at++]]
    return high === undefined || low === undefined ? undefined : high * 256 + low
  }
}

/** Numbers between anything else, read one by one: a list of all of them would take many times the file's room. */
function plainSamples(body: Uint8Array): NextSample {
  let at = 0
  const digit = (): number | null => {
    const byte = body[at]
    return byte !== undefined && byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : null
  }
  return () => {
    while (at < body.length && digit() === null) at++
    if (at >= body.length) return undefined
    let sample = 0
    for (let next = digit(); next !== null; next = digit()) {
      sample = Math.min(sample * 10 + next, 65_535)
      at++
    }
    return sample
  }
}
