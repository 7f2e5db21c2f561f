/**
 * The kind and size that a picture file states, read from its first bytes: a picture that would not fit in memory is
 * refused before anything decodes it.
 */

export type PictureKind = 'png' | 'jpeg' | 'webp' | 'bmp' | 'pgm'

export interface PictureHeader {
  kind: PictureKind
  /** Pixels. */
  width: number
  height: number
}

const ascii = (file: Buffer, from: number, to: number): string => file.toString('latin1', from, to)

/** Start-of-frame markers (ITU-T T.81 table B.1): all of C0–CF but DHT, JPG and DAC. */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function jpegSize(file: Buffer): Omit<PictureHeader, 'kind'> | null {
  for (let at = 2; at + 9 <= file.length; ) {
    if (file[at] !== 0xff) return null
    const marker = file.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isStartOfFrame(marker)) return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) }
    at += 2 + file.readUInt16BE(at + 2)
  }
  return null
}

/** WebP's three bitstreams each state the size in their own way (RFC 9649 §2.5–2.7). */
function webpSize(file: Buffer): Omit<PictureHeader, 'kind'> | null {
  if (file.length < 30) return null
  switch (ascii(file, 12, 16)) {
    case 'VP8X':
      return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 }
    case 'VP8L': {
      const bits = file.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8 ':
      return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff }
    default:
      return null
  }
}

function pgmSize(file: Buffer): Omit<PictureHeader, 'kind'> | null {
  const match = /^P[25](?:\s+(?:#[^\n]*\n\s*)*)(\d{1,6})\s+(?:#[^\n]*\n\s*)*(\d{1,6})\s/.exec(ascii(file, 0, 1024))
  return match && { width: Number(match[1]), height: Number(match[2]) }
}

function sizeOf(file: Buffer): { kind: PictureKind; size: Omit<PictureHeader, 'kind'> | null } | null {
  if (file.length < 12) return null
  if (ascii(file, 0, 8) === '\x89PNG\r\n\x1a\n') {
    return {
      kind: 'png',
      size: file.length < 24 ? null : { width: file.readUInt32BE(16), height: file.readUInt32BE(20) },
    }
  }
  if (file.readUInt16BE(0) === 0xffd8) return { kind: 'jpeg', size: jpegSize(file) }
  if (ascii(file, 0, 4) === 'RIFF' && ascii(file, 8, 12) === 'WEBP') return { kind: 'webp', size: webpSize(file) }
  if (ascii(file, 0, 2) === 'BM') {
    return {
      kind: 'bmp',
      size: file.length < 54 ? null : { width: file.readInt32LE(18), height: Math.abs(file.readInt32LE(22)) },
    }
  }
  if (/^P[25]\s/.test(ascii(file, 0, 3))) return { kind: 'pgm', size: pgmSize(file) }
  return null
}

/** What the file says it is; null where it is no picture that we read, or states no size. */
export function readPictureHeader(file: Buffer): PictureHeader | null {
  const found = sizeOf(file)
  return found?.size ? { kind: found.kind, ...found.size } : null
}
