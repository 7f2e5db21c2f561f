/** The decoding worker: camera frames in, texts out. Its code reader comes from our own origin. */
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { loadEngine } from '../../../shared/barcode/engine.ts'
import { glimpse, readFrame, readInvertedFrame } from '../../../shared/barcode/read.ts'
import { advise, meanBrightness } from '../camera/coaching.ts'
import { openShelf } from './frame-plane.ts'
import type { DecoderReply, DecoderRequest } from './protocol.ts'

const ready = loadEngine({ url: wasmUrl }).then((engine) => ({ engine, shelf: openShelf(engine) }))

async function answer({ frame, again }: DecoderRequest): Promise<DecoderReply> {
  const { engine, shelf } = await ready
  const began = performance.now()
  const plane = await shelf.place(frame).finally(() => frame.close())
  if (!plane) return { kind: 'frame', texts: [], advice: null, decodeMs: 0 }
  const dark = readFrame(engine, plane)
  const texts = dark.length === 0 && again === 'inverted' ? readInvertedFrame(engine, plane) : dark
  const decodeMs = performance.now() - began
  if (texts.length > 0 || again !== 'advice') return { kind: 'frame', texts, advice: null, decodeMs }
  const pixels = engine.memory().subarray(plane.pointer, plane.pointer + plane.width * plane.height)
  return { kind: 'frame', texts, advice: advise(meanBrightness(pixels), glimpse(engine, plane)), decodeMs }
}

addEventListener('message', (event: MessageEvent<DecoderRequest>) => {
  answer(event.data).then(
    (reply) => postMessage(reply),
    (error: unknown) => postMessage({ kind: 'broken', reason: String(error) } satisfies DecoderReply),
  )
})
