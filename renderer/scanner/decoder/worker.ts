/** The decoding worker: frames and pictures in, texts out. Its code reader comes from our own origin. */
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { loadEngine } from '../../../shared/barcode/engine.ts'
import { lumaFromRgba } from '../../../shared/barcode/luma.ts'
import { glimpse, readFrame, readPicture } from '../../../shared/barcode/read.ts'
import { advise, meanBrightness } from '../camera/coaching.ts'
import { openShelf } from './frame-plane.ts'
import type { DecoderReply, DecoderRequest } from './protocol.ts'

const ready = loadEngine({ url: wasmUrl }).then((engine) => ({ engine, shelf: openShelf(engine) }))

async function answer(request: DecoderRequest): Promise<DecoderReply> {
  const { engine, shelf } = await ready
  switch (request.kind) {
    case 'frame': {
      const began = performance.now()
      const plane = await shelf.place(request.frame).finally(() => request.frame.close())
      if (!plane) return { kind: 'frame', texts: [], advice: null, decodeMs: 0 }
      const texts = readFrame(engine, plane)
      const decodeMs = performance.now() - began
      if (texts.length > 0 || !request.coach) return { kind: 'frame', texts, advice: null, decodeMs }
      const pixels = engine.memory().subarray(plane.pointer, plane.pointer + plane.width * plane.height)
      return { kind: 'frame', texts, advice: advise(meanBrightness(pixels), glimpse(engine, plane)), decodeMs }
    }
    case 'picture': {
      const { width, height } = request.picture
      const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
      if (!context) throw new Error('no 2d canvas in the worker')
      context.drawImage(request.picture, 0, 0)
      request.picture.close()
      const { data } = context.getImageData(0, 0, width, height)
      return { kind: 'picture', texts: readPicture(engine, lumaFromRgba(data, width, height)) }
    }
  }
}

addEventListener('message', (event: MessageEvent<DecoderRequest>) => {
  answer(event.data).then(
    (reply) => postMessage(reply),
    (error: unknown) => postMessage({ kind: 'broken', reason: String(error) } satisfies DecoderReply),
  )
})
