/** QR codes of texts, as modules; pictures of them are made in qr-picture.ts. */
import { readFileSync } from 'node:fs'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import type { QrMatrix } from '../../shared/barcode/dark-path.ts'
import { shippedFile } from '../files/index.ts'

/** Error correction; HC1 asks for Q (hcert spec §4.2.2), longer texts fit with M or L. */
export type Correction = 'L' | 'M' | 'Q' | 'H'

let prepared = false

/**
 * The QR code of a text.
 * @throws where the text does not fit one
 */
export async function qrMatrix(text: string, correction: Correction = 'Q'): Promise<QrMatrix> {
  if (!prepared) {
    const wasm = shippedFile('zxing-wasm/writer/zxing_writer.wasm')
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } })
    prepared = true
  }
  // Its own picture, which we do not use, is quickest at scale 1.
  const drawn = await writeBarcode(text, { format: 'QRCode', options: `ecLevel=${correction}`, scale: 1 })
  if (drawn.error) throw new Error(`this text does not fit a QR code: ${drawn.error}`)
  return { size: drawn.symbol.width, modules: new Uint8Array(drawn.symbol.data) }
}
