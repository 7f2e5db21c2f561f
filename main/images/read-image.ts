/**
 * A picture file's codes. Each file is decoded in a thread of its own that is thrown away afterwards: what a hostile one
 * makes it take, in memory or time, goes with it.
 */
import { Worker } from 'node:worker_threads'
import * as v from 'valibot'
import type { Unopened } from './decode.ts'

/** What came of a picture file: its texts (maybe none), or why it could not be opened as a picture. */
export type ImageAnswer = { ok: true; texts: string[] } | ({ ok: false } & Unopened)

const answerSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), texts: v.array(v.string()) }),
  v.variant('why', [
    v.object({ ok: v.literal(false), why: v.picklist(['not-a-picture', 'too-large', 'damaged', 'too-hard']) }),
    v.object({ ok: v.literal(false), why: v.literal('unsupported'), name: v.string() }),
  ]),
]) satisfies v.GenericSchema<unknown, ImageAnswer>

/** A file that takes longer is made to. The largest honest one takes a fifth of it. Milliseconds. */
const patience = 30_000

/** Reads every code in a picture file. Never throws on any bytes. */
export function readImage(file: Uint8Array): Promise<ImageAnswer> {
  const worker = new Worker(new URL('./image-thread.ts', import.meta.url), { workerData: file })
  return new Promise((resolve) => {
    const end = (answer: ImageAnswer): void => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(answer)
    }
    const timer = setTimeout(() => end({ ok: false, why: 'too-hard' }), patience)
    worker.once('message', (message: unknown) => end(v.parse(answerSchema, message)))
    // The thread has run out of memory, or WebAssembly has broken off.
    worker.once('error', () => end({ ok: false, why: 'damaged' }))
  })
}
