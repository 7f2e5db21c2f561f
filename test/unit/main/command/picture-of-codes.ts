/** A picture (PGM) of several codes side by side, white around each. */
import type { QrMatrix } from '../../../../shared/barcode/dark-path.ts'

/** Modules of white, and pixels a module. */
const margin = 6
const scale = 4

export function pictureOfCodes(codes: readonly QrMatrix[]): Buffer {
  const height = (Math.max(...codes.map(({ size }) => size)) + 2 * margin) * scale
  const width = codes.reduce((sum, { size }) => sum + size + 2 * margin, 0) * scale
  const plane = Buffer.alloc(width * height, 255)
  let left = margin
  for (const { modules, size } of codes) {
    for (const [place, light] of modules.entries()) {
      if (light !== 0) continue
      const [row, column] = [margin + Math.floor(place / size), left + (place % size)]
      for (let line = 0; line < scale; line++) {
        const at = (row * scale + line) * width + column * scale
        plane.fill(0, at, at + scale)
      }
    }
    left += size + 2 * margin
  }
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), plane])
}
