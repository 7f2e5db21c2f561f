/**
 * What the fake camera sees: a one-frame YUV4MPEG2 video, played in a loop by Chromium
 * (`--use-file-for-fake-video-capture`). Overwritten in place, the live picture changes; replaced by another file, it
 * would not.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import { qrMatrix, type Correction } from '../../main/qr/index.ts'

const width = 1280
const height = 720

const header = `YUV4MPEG2 W${width} H${height} F30:1 Ip A1:1 C420jpeg\nFRAME\n`

/** Brightness of what is in the picture: a road at dusk, a telephone's white screen, its black modules. */
const surround = 118
const paper = 222
const ink = 34

/** Modules of white around a QR code (ISO/IEC 18004 §5.3.8). */
const quietZone = 4
const fewestPixelsAModule = 4
const mostPixelsAModule = 9

/** The picture without any code. */
export function blankPicture(): Uint8Array {
  return new Uint8Array(width * height).fill(surround)
}

/** The same picture with black and white exchanged: a telephone in dark mode. */
export const inverted = (picture: Uint8Array): Uint8Array => picture.map((grey) => 255 - grey)

/**
 * A picture of `text` as a QR code on white, a little off the centre as a held telephone is. Brightness plane of
 * 1280×720 pixels. Throws where the code would need modules of less than 4 pixels: more than any camera is asked for.
 */
export async function codePicture(text: string, correction: Correction = 'Q'): Promise<Uint8Array> {
  const { size, modules } = await qrMatrix(text, correction)
  const side = size + 2 * quietZone
  const scale = Math.min(mostPixelsAModule, Math.floor((height - 8) / side))
  if (scale < fewestPixelsAModule) throw new Error(`a code of ${size} modules does not fit the picture`)
  const picture = blankPicture()
  const left = Math.floor((width - side * scale) / 2) + 21
  const top = Math.floor((height - side * scale) / 2) - 3
  for (let y = 0; y < side * scale; y += 1) {
    const row = Math.floor(y / scale) - quietZone
    for (let x = 0; x < side * scale; x += 1) {
      const column = Math.floor(x / scale) - quietZone
      const inside = row >= 0 && row < size && column >= 0 && column < size
      const dark = inside && modules[row * size + column] === 0
      picture[(top + y) * width + left + x] = dark ? ink : paper
    }
  }
  return picture
}

/** The fake camera's file. */
export interface Y4m {
  /** Overwrites it in place: a browser that is looking sees the change in its next frames. */
  show(picture: Uint8Array): void
}

/** Makes the file, without any code in the picture. */
export function openY4m(file: string): Y4m {
  const colourless = new Uint8Array((width * height) / 2).fill(128)
  const start = Buffer.from(header, 'latin1')
  const write = (flags: 'w' | 'r+', picture: Uint8Array): void => {
    const descriptor = openSync(file, flags)
    try {
      writeSync(descriptor, Buffer.concat([start, picture, colourless]), 0, undefined, 0)
    } finally {
      closeSync(descriptor)
    }
  }
  write('w', blankPicture())
  return { show: (picture) => write('r+', picture) }
}
