/** Draws a text as a QR code. The writer comes from our own origin, as the reader does. */
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import wasmUrl from 'zxing-wasm/writer/zxing_writer.wasm?url'
import type { QrMatrix } from '../../shared/barcode/dark-path.ts'

prepareZXingModule({ overrides: { locateFile: () => wasmUrl } })

/** The code's modules, with error correction M: a print on poor paper is still read. Null where the text fits none. */
export async function drawCode(text: string): Promise<QrMatrix | null> {
  const { error, symbol } = await writeBarcode(text, { format: 'QRCode', options: 'ecLevel=M', scale: 1 })
  return error ? null : { size: symbol.width, modules: new Uint8Array(symbol.data) }
}
