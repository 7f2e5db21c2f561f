/**
 * A picture file's codes. PNG, JPEG and WebP are decoded inside WebAssembly, so that a hostile file can spoil only
 * its own memory; BMP and PGM are plain enough to read here.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import jpeg from '@cwasm/jpeg-turbo'
import png from '@cwasm/lodepng'
import webp from '@cwasm/webp'
import { loadEngine, type Engine } from '../../shared/barcode/engine.ts'
import { isReadableSize, lumaFromRgba, type Luma } from '../../shared/barcode/luma.ts'
import { readPicture } from '../../shared/barcode/read.ts'
import { decodeBmp } from './bmp.ts'
import { decodePgm } from './pgm.ts'
import { readPictureHeader } from './picture-size.ts'

/** What came of a picture file: its texts (maybe none), or that it could not be opened as a picture. */
export type ImageAnswer = { ok: true; texts: string[] } | { ok: false; why: 'not-a-picture' | 'too-large' | 'damaged' }

let engine: Promise<Engine> | undefined

function codeReader(): Promise<Engine> {
  engine ??= loadEngine({
    binary: new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')))
      .buffer,
  })
  return engine
}

function decode(file: Buffer): Luma | 'not-a-picture' | 'too-large' | 'damaged' {
  const header = readPictureHeader(file)
  if (!header) return 'not-a-picture'
  const { kind, width, height } = header
  if (!isReadableSize(width, height)) return 'too-large'
  try {
    if (kind === 'bmp') return decodeBmp(file, width, height) ?? 'damaged'
    if (kind === 'pgm') return decodePgm(file, width, height) ?? 'damaged'
    const picture = { png, jpeg, webp }[kind].decode(file)
    return lumaFromRgba(picture.data, picture.width, picture.height)
  } catch {
    return 'damaged'
  }
}

/** Reads every code in a picture file. Never throws on any bytes. */
export async function readImage(file: Buffer): Promise<ImageAnswer> {
  const luma = decode(file)
  return typeof luma === 'string'
    ? { ok: false, why: luma }
    : { ok: true, texts: readPicture(await codeReader(), luma) }
}
