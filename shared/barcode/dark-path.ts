/** A QR code's modules as the path of an SVG: for the pictures that Node writes, and for the screen. */

/** A QR code's modules, row by row: 0 is dark, 255 light. Without a quiet zone. */
export interface QrMatrix {
  size: number
  modules: Uint8Array
}

/** Modules of white around a code (ISO/IEC 18004 §5.3.8). */
export const quietZone = 4

/** Runs of dark modules as one path, a unit a module, the corner of the symbol at 0 0. */
export function darkPath({ size, modules }: QrMatrix): string {
  let path = ''
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; ) {
      const from = column
      while (column < size && modules[row * size + column] === 0) column++
      if (column > from) path += `M${from} ${row}h${column - from}v1h${from - column}z`
      else column++
    }
  }
  return path
}
