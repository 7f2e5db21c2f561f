/** The size of a JPEG, found as its decoders find it: a header that they would pass over is passed over here too. */
import type { PictureSize } from './picture-size.ts'

/** Start-of-frame markers (ITU-T T.81 table B.1): all of C0–CF but DHT, JPG and DAC. */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** Markers that no length follows: TEM, RST0–7 and a second SOI (T.81 §B.1.1.3). 00 is a stuffed byte and no marker. */
function standsAlone(marker: number): boolean {
  return marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
}

const endOfImage = 0xd9
const startOfScan = 0xda

/** Reads the first frame header; null where there is none before the first scan. One step a byte at the most. */
export function jpegSize(file: Uint8Array): PictureSize | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  for (let at = 2; at + 9 <= file.length; ) {
    // Bytes that are no marker are skipped until one comes, fill bytes (FF FF) with them.
    if (file[at] !== 0xff || file[at + 1] === 0xff) {
      at += 1
      continue
    }
    const marker = view.getUint8(at + 1)
    if (isStartOfFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === startOfScan || marker === endOfImage) return null
    at += standsAlone(marker) ? 2 : 2 + Math.max(2, view.getUint16(at + 2))
  }
  return null
}
