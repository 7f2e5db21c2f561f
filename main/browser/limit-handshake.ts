/** Bounds what a socket may send before its window is recognised. */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { longestGreeting } from '../../shared/rpc/handshake.ts'

/**
 * Bytes of a handshake as they come over the connection: its two messages and their frames, and as much again for what a
 * browser may send of its own accord. The bytes are counted and not the messages, since ws keeps every fragment of a
 * message that has not ended yet, some hundred bytes of memory for each.
 */
export const longestHandshakeBytes = 4 * longestGreeting

/** Cuts `socket` off when more than a handshake comes over its `stream`. The answer lifts that, once it is recognised. */
export function limitHandshake(stream: Duplex, socket: WebSocket): () => void {
  let heard = 0
  const count = (piece: Buffer): void => {
    heard += piece.length
    if (heard > longestHandshakeBytes) socket.terminate()
  }
  // Before ws hears it, so that nothing beyond is answered.
  stream.prependListener('data', count)
  return () => stream.off('data', count)
}
