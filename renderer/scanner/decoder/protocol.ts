/** What the page and the decoding worker say to each other. Frames and pictures are transferred, not copied. */
import type { Advice } from '../camera/coaching.ts'

export type DecoderRequest =
  | { kind: 'frame'; frame: VideoFrame; coach: boolean }
  | { kind: 'picture'; picture: ImageBitmap }

export type DecoderReply =
  /** `decodeMs`: from the frame's pixels to its texts, in the worker. */
  | { kind: 'frame'; texts: string[]; advice: Advice | null; decodeMs: number }
  | { kind: 'picture'; texts: string[] }
  /** The worker cannot go on; a new one is needed. */
  | { kind: 'broken'; reason: string }
