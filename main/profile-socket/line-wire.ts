/** A local socket as a Wire: one JSON message a line, and no line longer than is agreed. */
import type { Socket } from 'node:net'
import type { Wire } from '../../shared/rpc/wire.ts'

/** Bytes that are kept for an end that does not read. */
const mostUnread = 4 * 1024 * 1024

const lineFeed = 0x0a

/** A wire of which the longest line that it takes can be set. */
export interface LineWire extends Wire {
  /** Bytes of the longest line that may arrive. */
  longest: number
}

function parse(line: Buffer): { message: unknown } | null {
  try {
    return { message: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line)) }
  } catch {
    return null
  }
}

/**
 * Wraps a socket. What is no JSON, or is too long, closes it, and so does an end that lets too much lie unread: nothing of
 * ours does either.
 * @param longest line that may arrive, in bytes
 */
export function lineWire(socket: Socket, longest: number): LineWire {
  const listeners = new Set<(message: unknown) => void>()
  let begun: Buffer[] = []
  let length = 0

  function take(piece: Buffer): void {
    begun.push(piece)
    length += piece.length
    if (length > wire.longest) socket.destroy()
  }

  function arrived(chunk: Buffer): void {
    let from = 0
    for (let end = chunk.indexOf(lineFeed); end >= 0 && !socket.destroyed; end = chunk.indexOf(lineFeed, from)) {
      take(chunk.subarray(from, end))
      from = end + 1
      if (socket.destroyed) return
      const line = parse(Buffer.concat(begun))
      begun = []
      length = 0
      if (!line) return void socket.destroy()
      for (const listener of listeners) listener(line.message)
    }
    if (!socket.destroyed && from < chunk.length) take(Buffer.from(chunk.subarray(from)))
  }

  const wire: LineWire = {
    longest,
    send(message) {
      if (!socket.writable) return
      socket.write(`${JSON.stringify(message)}\n`)
      if (socket.writableLength > mostUnread) socket.destroy()
    },
    onMessage(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onClose(listener) {
      if (socket.destroyed) queueMicrotask(listener)
      else socket.once('close', listener)
      return () => void socket.off('close', listener)
    },
  }
  socket.on('data', arrived)
  // It closes after an error, which is all that is to be known of it.
  socket.on('error', () => undefined)
  return wire
}
