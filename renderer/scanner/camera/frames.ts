/**
 * Feeds the decoder with camera frames: one in flight, and when it comes back the latest one, never a queue.
 */
import type { Decoder, FrameReply } from '../decoder/decoder.ts'
import type { SecondLook } from '../decoder/protocol.ts'

/** A frame has been read: what was in it, and when it had arrived (performance.now() milliseconds). */
export type FrameRead = (reply: FrameReply, frameAt: number) => void

/** Of so many frames without a code, the first is looked at again for advice, and some for a code that is light on dark. */
const coachEvery = 12
const invertEvery = 4

/** How to look at a frame again, when `unread` before it held no code. */
export function secondLook(unread: number): SecondLook {
  if (unread % coachEvery === 0) return 'advice'
  return unread % invertEvery === 2 ? 'inverted' : null
}

/** Pause after the decoder broke, in milliseconds. */
const mendPause = 1_000

/** Reads the frames that `video` presents until `stop` is aborted. `broke` hears when the decoder fails or recovers. */
export function pumpFrames(
  video: HTMLVideoElement,
  decoder: Decoder,
  { read, arrived, broke }: { read: FrameRead; arrived: () => void; broke: (broken: boolean) => void },
  stop: AbortSignal,
): void {
  let waiting: number | null = null
  let busy = false
  let unread = 0

  async function send(frameAt: number): Promise<void> {
    busy = true
    waiting = null
    const reply = await decoder.readFrame(new VideoFrame(video, { timestamp: frameAt * 1_000 }), secondLook(unread))
    if (!stop.aborted) broke(reply === null)
    if (reply === null) await new Promise((resolve) => setTimeout(resolve, mendPause))
    busy = false
    if (stop.aborted) return
    unread = reply?.texts.length === 0 ? unread + 1 : 0
    if (reply) read(reply, frameAt)
    if (waiting !== null) await send(waiting)
  }

  function present(frameAt: number): void {
    if (stop.aborted) return
    arrived()
    waiting = frameAt
    if (!busy) send(frameAt).catch(() => (busy = false))
    video.requestVideoFrameCallback(present)
  }

  video.requestVideoFrameCallback(present)
}
