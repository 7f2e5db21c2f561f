/**
 * Feeds the decoder with camera frames: one in flight, and when it comes back the latest one, never a queue.
 */
import type { Decoder, FrameReply } from '../decoder/decoder.ts'

/** A frame has been read: what was in it, and when it had arrived (performance.now() milliseconds). */
export type FrameRead = (reply: FrameReply, frameAt: number) => void

/** Every so many frames without a code are looked at for advice; it costs a second look. */
const coachEvery = 12

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
    const reply = await decoder.readFrame(
      new VideoFrame(video, { timestamp: frameAt * 1_000 }),
      unread % coachEvery === 0,
    )
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
