/**
 * Room for the few hundred bytes that each step of decoding comes to.
 *
 * An array of its own for each is memory that the engine asks the system for and gives back one by one, which takes
 * longer than what is then written there. So they are cut from a larger one, each byte of it once: what was handed out is
 * nobody else's, and is gone with the last of those cut from the same.
 */

/** What some ten certificates take together; whoever keeps bytes of one keeps as much at most. */
const pieceLength = 16 * 1024

let piece = new Uint8Array(pieceLength)
let used = 0

/** `length` bytes, all zero, that nobody else has. Their buffer is larger: read by the view, never by its `buffer`. */
export function freshBytes(length: number): Uint8Array<ArrayBuffer> {
  if (length > pieceLength / 4) return new Uint8Array(length)
  if (used + length > pieceLength) {
    piece = new Uint8Array(pieceLength)
    used = 0
  }
  const from = used
  used += length
  return piece.subarray(from, used)
}
