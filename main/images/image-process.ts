/** A process for one picture file: decodes it, reads its codes, says so, and ends with all that it took. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as v from 'valibot'
import { loadEngine } from '../../shared/barcode/engine.ts'
import { readPicture } from '../../shared/barcode/read.ts'
import { isSought } from '../../shared/document/rank-codes.ts'
import { decodePicture } from './decode.ts'
import type { ImageAnswer } from './read-image.ts'

async function read(file: Uint8Array): Promise<ImageAnswer> {
  const picture = decodePicture(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
  if ('why' in picture) return { ok: false, ...picture }
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  return { ok: true, texts: readPicture(await loadEngine({ binary: new Uint8Array(wasm).buffer }), picture, isSought) }
}

// Only read-image.ts starts this process, and sends it the file's bytes.
process.once('message', (message: unknown) => {
  void read(v.parse(v.instance(Uint8Array), message)).then((answer) =>
    process.send?.(answer, () => process.disconnect()),
  )
})
