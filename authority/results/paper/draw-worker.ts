/** A thread that draws QR codes and writes them, each file whole or not at all. Drawing is what issuing takes time for. */
import { parentPort } from 'node:worker_threads'
import * as v from 'valibot'
import { qrMatrix, qrPng, qrSvg } from '../../../main/qr/index.ts'
import { writeWhole } from '../../repository/durable-write.ts'

/** One code to draw: its text, and where each kind of picture goes. */
export const drawJobSchema = v.object({
  id: v.number(),
  text: v.string(),
  png: v.nullable(v.string()),
  svg: v.nullable(v.string()),
})
export type DrawJob = v.InferOutput<typeof drawJobSchema>

/** What became of a job: null, or why it failed. */
export const drawnSchema = v.object({ id: v.number(), fault: v.nullable(v.string()) })
export type Drawn = v.InferOutput<typeof drawnSchema>

/** Pixels a module. A code of a certificate comes out some 600 pixels wide. */
const scale = 6

/** A code is the person's own. */
const mode = 0o600

async function draw({ text, png, svg }: DrawJob): Promise<void> {
  // Only the modules are asked for: the library's own pictures take three times as long.
  const matrix = await qrMatrix(text)
  if (png !== null) writeWhole(png, qrPng(matrix, scale), mode)
  if (svg !== null) writeWhole(svg, qrSvg(matrix), mode)
}

async function answer(message: unknown): Promise<Drawn> {
  const job = v.parse(drawJobSchema, message)
  try {
    await draw(job)
    return { id: job.id, fault: null }
  } catch (error) {
    return { id: job.id, fault: error instanceof Error ? error.message : String(error) }
  }
}

/** What is being drawn, one code after the other. */
let drawing = Promise.resolve()

async function take(message: unknown, before: Promise<void>): Promise<void> {
  await before
  if (message === null) parentPort?.close()
  else parentPort?.postMessage(await answer(message), [])
}

/** Draws one code more; null: there is nothing more to draw, and the thread ends. */
parentPort?.on('message', (message: unknown) => {
  drawing = take(message, drawing)
})
