/**
 * The page's end of the decoding worker. A worker that breaks or goes silent is replaced; what it was working on
 * counts as read without a code, because the next frame is better than a repeated old one.
 */
import type { DecoderReply, DecoderRequest, SecondLook } from './protocol.ts'

/** Many times what a frame takes. Milliseconds. */
const patience = 20_000

export type FrameReply = Extract<DecoderReply, { kind: 'frame' }>

export interface Decoder {
  /** Reads a camera frame; the frame is given away. Null when the worker broke on it. */
  readFrame(frame: VideoFrame, again: SecondLook): Promise<FrameReply | null>
  close(): void
}

function start(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'decoder' })
}

/** Starts a worker of its own, when the first question comes. One question at a time: wait for the answer. */
export function openDecoder(): Decoder {
  let worker: Worker | undefined

  function ask(request: DecoderRequest): Promise<DecoderReply> {
    const current = (worker ??= start())
    return new Promise((resolve) => {
      const listening = new AbortController()
      const finish = (reply: DecoderReply): void => {
        listening.abort()
        clearTimeout(timer)
        if (reply.kind === 'broken') {
          current.terminate()
          if (worker === current) worker = undefined
        }
        resolve(reply)
      }
      const timer = setTimeout(() => finish({ kind: 'broken', reason: 'no answer' }), patience)
      const { signal } = listening
      current.addEventListener('message', (event: MessageEvent<DecoderReply>) => finish(event.data), { signal })
      current.addEventListener('error', (event) => finish({ kind: 'broken', reason: event.message }), { signal })
      current.postMessage(request, [request.frame])
    })
  }

  return {
    async readFrame(frame, again) {
      const reply = await ask({ frame, again })
      return reply.kind === 'frame' ? reply : null
    },
    close() {
      worker?.terminate()
      worker = undefined
    },
  }
}
