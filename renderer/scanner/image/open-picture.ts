/** A picture file from outside becomes the texts of the codes in it. */
import { isReadableSize, mostPixels } from '../../../shared/barcode/luma.ts'
import type { Decoder } from '../decoder/decoder.ts'

/** What came of a picture. */
export type PictureReading =
  | { kind: 'codes'; texts: string[] }
  | { kind: 'none' }
  | { kind: 'unopened' }
  | { kind: 'too-large' }

/** Bytes; a phone's largest photographs stay well below. */
const largestFile = 64_000_000

/** Opens the file as a picture and reads every code in it. */
export async function readPictureFile(file: Blob, decoder: Decoder): Promise<PictureReading> {
  if (file.size > largestFile) return { kind: 'too-large' }
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return { kind: 'unopened' }
  if (!isReadableSize(picture.width, picture.height)) {
    const tooLarge = picture.width * picture.height > mostPixels
    picture.close()
    return { kind: tooLarge ? 'too-large' : 'none' }
  }
  const texts = await decoder.readPicture(picture)
  if (!texts || texts.length === 0) return { kind: 'none' }
  return { kind: 'codes', texts }
}
