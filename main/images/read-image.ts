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

/** Reads every code in a picture file. Never throws on any bytes. Resolves once the thread is gone. */
export function readImage(file: Uint8Array): Promise<ImageAnswer> {
  const worker = new Worker(new URL('./image-thread.ts', import.meta.url), { workerData: file })
  return new Promise((resolve) => {
    // Where the thread says nothing it has run out of memory, or WebAssembly has broken off.
    let answer: ImageAnswer = { ok: false, why: 'damaged' }
    const timer = setTimeout(() => {
      answer = { ok: false, why: 'too-hard' }
      void worker.terminate()
    }, patience)
    worker.once('message', (message: unknown) => (answer = v.parse(answerSchema, message)))
    worker.once('error', () => undefined)
    // It ends by itself: Node has been seen to crash where a thread was ended from outside just as it ended.
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve(answer)
    })
  })
}
