/** A thread for one picture file: decodes it, reads its codes, says so, and is thrown away with all that it took. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { loadEngine } from '../../shared/barcode/engine.ts'
import { readPicture } from '../../shared/barcode/read.ts'
import { isSought } from '../../shared/document/rank-codes.ts'
import { decodePicture } from './decode.ts'
import type { ImageAnswer } from './read-image.ts'

async function read(file: Buffer): Promise<ImageAnswer> {
  const picture = decodePicture(file)
  if ('why' in picture) return { ok: false, ...picture }
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  return { ok: true, texts: readPicture(await loadEngine({ binary: new Uint8Array(wasm).buffer }), picture, isSought) }
}

// Only read-image.ts starts this thread, with the file's bytes.
const bytes: Uint8Array = workerData
parentPort?.postMessage(await read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)), [])
