/** What the page and the decoding worker say to each other. Frames are transferred, not copied. */
import type { Advice } from '../camera/coaching.ts'

/**
 * How a frame is looked at again where no code could be read in it, which costs as much as the first look: `advice` for
 * what could be said to the holder, `inverted` for a code that is light on dark, as a phone's dark mode shows it.
 */
export type SecondLook = 'advice' | 'inverted' | null

export interface DecoderRequest {
  frame: VideoFrame
  again: SecondLook
}

export type DecoderReply =
  /** `decodeMs`: from the frame's pixels to its texts, in the worker. */
  | { kind: 'frame'; texts: string[]; advice: Advice | null; decodeMs: number }
  /** The worker cannot go on; a new one is needed. */
  | { kind: 'broken'; reason: string }
