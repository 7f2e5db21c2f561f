/** A worker for one picture file: opens it, reads its codes, says so. Its code reader comes from our own origin. */
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { loadEngine } from '../../../shared/barcode/engine.ts'
import { isReadableSize, lumaFromRgba, mostPixels, type Luma } from '../../../shared/barcode/luma.ts'
import { decodeBmp } from '../../../shared/barcode/picture/bmp.ts'
import { readPictureHeader } from '../../../shared/barcode/picture/header.ts'
import { decodePgm } from '../../../shared/barcode/picture/pgm.ts'
import { readPicture } from '../../../shared/barcode/read.ts'
import { answeringCodes, isSought } from '../../../shared/document/rank-codes.ts'
import type { PictureReading } from './open-picture.ts'

/** The brightness of the picture in the file, or why it cannot be had. */
async function open(file: Blob): Promise<Luma | PictureReading> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const header = readPictureHeader(bytes)
  if (header.kind === 'none' || header.kind === 'damaged') return { kind: 'unopened' }
  if (header.kind === 'unsupported') return header
  if (!isReadableSize(header.width, header.height)) return unreadable(header)
  if (header.kind === 'pgm') return decodePgm(bytes, header.width, header.height) ?? { kind: 'unopened' }
  if (header.kind === 'bmp') {
    const bitmap = decodeBmp(bytes) ?? { unopened: true }
    if ('unopened' in bitmap) return { kind: 'unopened' }
    return 'unsupported' in bitmap ? { kind: 'unsupported', name: bitmap.unsupported } : bitmap
  }
  return draw(file)
}

/** PNG, JPEG and WebP, as the browser decodes them. */
async function draw(file: Blob): Promise<Luma | PictureReading> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return { kind: 'unopened' }
  const { width, height } = picture
  if (!isReadableSize(width, height)) return unreadable(picture)
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no 2d canvas in the worker')
  context.drawImage(picture, 0, 0)
  picture.close()
  return lumaFromRgba(context.getImageData(0, 0, width, height).data, width, height)
}

function unreadable({ width, height }: { width: number; height: number }): PictureReading {
  return { kind: width * height > mostPixels ? 'too-large' : 'none' }
}

async function read(file: Blob): Promise<PictureReading> {
  const opened = await open(file)
  if ('kind' in opened) return opened
  const texts = readPicture(await loadEngine({ url: wasmUrl }), opened, isSought)
  if (texts.length === 0) return { kind: 'none' }
  const answering = answeringCodes(texts)
  return { kind: 'codes', texts: answering, others: texts.length - answering.length }
}

addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  read(data).then(
    (reading) => postMessage(reading),
    () => postMessage({ kind: 'unopened' } satisfies PictureReading),
  )
})
