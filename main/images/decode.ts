/**
 * A picture file becomes brightness. PNG, JPEG and WebP are decoded inside WebAssembly, so that a hostile file can spoil
 * only its own memory; BMP and PGM are plain enough to read here.
 */
import webp from '@cwasm/webp'
import { isReadableSize, lumaFromRgba, type Luma } from '../../shared/barcode/luma.ts'
import { decodeBmp } from '../../shared/barcode/picture/bmp.ts'
import { readPictureHeader, type PictureKind } from '../../shared/barcode/picture/header.ts'
import { decodePgm } from '../../shared/barcode/picture/pgm.ts'
import { firstPicture } from '../../shared/barcode/picture/webp.ts'
import { decodeJpeg } from './jpeg.ts'
import { decodePng } from './png.ts'

/** Why a file gives no picture. `name`: the kind that we do not read. */
export type Unopened =
  | { why: 'not-a-picture' | 'too-large' | 'damaged' | 'too-hard' }
  | { why: 'unsupported'; name: string }

type Decoded = Luma | 'too-large' | { unsupported: string } | null

const decoders: Record<PictureKind, (file: Buffer, width: number, height: number) => Decoded> = {
  png: decodePng,
  jpeg: decodeJpeg,
  webp: (file) => {
    const picture = firstPicture(file)
    if (!picture) return null
    if (!isReadableSize(picture.width, picture.height)) return 'too-large'
    const { data, width, height } = webp.decode(picture.file)
    return lumaFromRgba(data, width, height)
  },
  bmp: decodeBmp,
  pgm: decodePgm,
}

/** The brightness of a picture file. Never throws, whatever the bytes. */
export function decodePicture(file: Buffer): Luma | Unopened {
  const header = readPictureHeader(file)
  if (header.kind === 'none') return { why: 'not-a-picture' }
  if (header.kind === 'unsupported') return { why: 'unsupported', name: header.name }
  if (header.kind === 'damaged') return { why: 'damaged' }
  const { kind, width, height } = header
  if (!isReadableSize(width, height)) return { why: 'too-large' }
  try {
    const decoded = decoders[kind](file, width, height)
    if (decoded === null) return { why: 'damaged' }
    if (decoded === 'too-large') return { why: 'too-large' }
    return 'unsupported' in decoded ? { why: 'unsupported', name: decoded.unsupported } : decoded
  } catch {
    return { why: 'damaged' }
  }
}
