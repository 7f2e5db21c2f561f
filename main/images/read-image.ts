/**
 * A picture file's codes. Each file is decoded in a process of its own that ends with it: what a hostile one makes it
 * take, in memory or time, goes with it. A thread would not do: now and then Node itself breaks off where threads that
 * have run WebAssembly are thrown away, and a command that has read half a list would end with it.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
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

/** Reads every code in a picture file. Never throws on any bytes. Resolves once the process is gone. */
export function readImage(file: Uint8Array): Promise<ImageAnswer> {
  const child = fork(fileURLToPath(new URL('./image-process.ts', import.meta.url)), {
    serialization: 'advanced',
    stdio: 'ignore',
    // What it reads is a stranger's: it is told nothing of ours. Windows starts no program without its folder.
    env: { SystemRoot: process.env['SystemRoot'] },
  })
  return new Promise((resolve) => {
    // Where the process says nothing it could not be started, has run out of memory, or WebAssembly has broken off.
    let answer: ImageAnswer = { ok: false, why: 'damaged' }
    const timer = setTimeout(() => {
      answer = { ok: false, why: 'too-hard' }
      child.kill('SIGKILL')
    }, patience)
    const settle = (): void => {
      clearTimeout(timer)
      resolve(answer)
    }
    child.once('message', (message) => (answer = v.parse(answerSchema, message)))
    child.on('error', settle)
    // Its answer may still be on the way when it ends.
    child.once('exit', () => (child.connected ? child.once('disconnect', settle) : settle()))
    child.send(file)
  })
}
