/**
 * What a picture file says of itself in its first bytes: its kind and size. The command and the kiosk read the same kinds,
 * call the others by their names, and refuse what would not fit in memory before anything decodes it.
 */
import { bmpSize } from './bmp.ts'
import { jpegSize } from './jpeg-size.ts'
import { latin1 } from './latin1.ts'
import { pgmSize } from './pgm.ts'
import { webpSize } from './webp.ts'
import type { PictureSize } from './picture-size.ts'

/** Kinds of pictures that are read. */
export type PictureKind = 'png' | 'jpeg' | 'webp' | 'bmp' | 'pgm'

/** A picture that can be read; one of another kind, by its name; or a file that is no picture we know. */
export type PictureHeader =
  | ({ kind: PictureKind } & PictureSize)
  | { kind: 'unsupported'; name: string }
  /** Of a kind that is read, but it states no size. */
  | { kind: 'damaged' }
  | { kind: 'none' }

function pngSize(file: Uint8Array): PictureSize | null {
  if (file.length < 24) return null
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** How the kinds that are read begin, and where each states its size. */
const readable: readonly {
  kind: PictureKind
  begins: (file: Uint8Array) => boolean
  size: (file: Uint8Array) => PictureSize | null
}[] = [
  { kind: 'png', begins: (file) => latin1(file, 0, 8) === '\x89PNG\r\n\x1a\n', size: pngSize },
  { kind: 'jpeg', begins: (file) => file[0] === 0xff && file[1] === 0xd8, size: jpegSize },
  {
    kind: 'webp',
    begins: (file) => latin1(file, 0, 4) === 'RIFF' && latin1(file, 8, 12) === 'WEBP',
    size: webpSize,
  },
  { kind: 'bmp', begins: (file) => latin1(file, 0, 2) === 'BM', size: bmpSize },
  { kind: 'pgm', begins: (file) => /^P[25]\s/.test(latin1(file, 0, 3)), size: pgmSize },
]

/** Brands of ISO base media files (ISO/IEC 14496-12 §4.3) that hold pictures, or films. */
const brands: readonly (readonly [RegExp, string])[] = [
  [/^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/, 'HEIC'],
  [/^avi[fs]$/, 'AVIF'],
  [/^(?:isom|iso[2-9]|mp4[12]|avc1|M4V |qt {2}|3gp.)$/, 'MP4'],
]

/** How kinds begin that are not read, so that they are not called damaged. */
const others: readonly (readonly [string, string])[] = [
  ['GIF87a', 'GIF'],
  ['GIF89a', 'GIF'],
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
  ['II+\0', 'TIFF'],
  ['MM\0+', 'TIFF'],
  ['\xff\x0a', 'JPEG XL'],
  ['\0\0\0\x0cJXL ', 'JPEG XL'],
  ['\0\0\0\x0cjP  ', 'JPEG 2000'],
  ['\xff\x4f\xff\x51', 'JPEG 2000'],
  ['\0\0\x01\0', 'ICO'],
  ['8BPS', 'Photoshop'],
]

/** An SVG is text; a byte order mark, a declaration and a comment may stand before it. */
const svg = /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b/

/** Kinds whose mark is letters and white space of any sort, or that a byte order mark may stand before. */
const byPattern: readonly (readonly [RegExp, string])[] = [
  [svg, 'SVG'],
  [/^P[14]\s/, 'PBM'],
  [/^P[36]\s/, 'PPM'],
  [/^P7\s/, 'PAM'],
  [/^(?:\xef\xbb\xbf)?\s*%PDF-/, 'PDF'],
]

function otherName(file: Uint8Array): string | null {
  if (latin1(file, 4, 8) === 'ftyp') return brands.find(([brand]) => brand.test(latin1(file, 8, 12)))?.[1] ?? null
  const start = latin1(file, 0, 256)
  const found = byPattern.find(([pattern]) => pattern.test(start)) ?? others.find(([mark]) => start.startsWith(mark))
  return found?.[1] ?? null
}

/** What the file says it is. */
export function readPictureHeader(file: Uint8Array): PictureHeader {
  const found = readable.find(({ begins }) => begins(file))
  if (found) {
    const size = found.size(file)
    return size ? { kind: found.kind, ...size } : { kind: 'damaged' }
  }
  const name = otherName(file)
  return name === null ? { kind: 'none' } : { kind: 'unsupported', name }
}
