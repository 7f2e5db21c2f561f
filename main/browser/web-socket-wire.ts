/** A WebSocket as a Wire: one JSON message a frame. */
import type { WebSocket } from 'ws'
import { notUnderstoodCode } from '../../shared/rpc/web-socket.ts'
import type { Wire } from '../../shared/rpc/wire.ts'

/** Wraps a server's socket. A frame that is not JSON text closes it: nothing of ours sends one. */
export function webSocketWire(socket: WebSocket): Wire {
  return {
    send(message) {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
    },
    onMessage(listener) {
      const hear = (bytes: WebSocket.RawData, binary: boolean): void => {
        const message = binary ? undefined : parse(bytes)
        if (message === undefined) socket.close(notUnderstoodCode, 'JSON text only')
        else listener(message)
      }
      socket.on('message', hear)
      return () => void socket.off('message', hear)
    },
    onClose(listener) {
      socket.once('close', listener)
      return () => void socket.off('close', listener)
    },
  }
}

function parse(frame: WebSocket.RawData): unknown {
  try {
    // ws hands over one Buffer a message unless it is told otherwise.
    return Buffer.isBuffer(frame) ? JSON.parse(frame.toString('utf8')) : undefined
  } catch {
    return undefined
  }
}
