/** QR codes of certificates as pictures. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'

/** Error correction; HC1 asks for Q (hcert spec §4.2.2), longer texts fit with M or L. */
export type Correction = 'L' | 'M' | 'Q' | 'H'

let prepared = false

/** A QR code's modules, row by row: 0 is dark, 255 light. Without a quiet zone. */
export interface QrMatrix {
  size: number
  modules: Uint8Array
}

/** A QR code as SVG, PNG and bare modules. */
export interface QrCode {
  matrix: QrMatrix
  svg: string
  png: Uint8Array
}

/**
 * Draws a text as a QR code with its quiet zone.
 * @param scale pixels a module in the PNG
 */
export async function drawQrCode(text: string, correction: Correction = 'Q', scale = 6): Promise<QrCode> {
  if (!prepared) {
    const wasm = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } })
    prepared = true
  }
  const drawn = await writeBarcode(text, {
    format: 'QRCode',
    options: `ecLevel=${correction}`,
    scale,
    addQuietZones: true,
  })
  if (drawn.error) throw new Error(`this text does not fit a QR code: ${drawn.error}`)
  if (!drawn.image) throw new Error('no picture was drawn')
  return {
    matrix: { size: drawn.symbol.width, modules: new Uint8Array(drawn.symbol.data) },
    svg: drawn.svg,
    png: new Uint8Array(await drawn.image.arrayBuffer()),
  }
}
