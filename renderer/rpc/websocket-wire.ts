/** The browser shell's Wire: JSON messages over one WebSocket on our own origin. */
import type { Wire } from '../../shared/rpc/wire.ts'
import { notUnderstoodCode, socketPath, takenOverCode } from '../../shared/rpc/web-socket.ts'

/** Why a wire ended: another window of this kiosk took over, or anything else (worth another try). */
export type WireEnd = 'taken-over' | 'lost'

/** Opens one WebSocket. Resolves once messages may be sent; rejects when the program cannot be reached. */
export function openWebSocketWire(origin: string): Promise<{ wire: Wire; ended: Promise<WireEnd> }> {
  return new Promise((resolve, reject) => {
    const address = new URL(socketPath, origin)
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
    const socket = new WebSocket(address)
    const ended = new Promise<WireEnd>((end) => {
      socket.addEventListener('close', ({ code }) => {
        end(code === takenOverCode ? 'taken-over' : 'lost')
        reject(new Error('the program behind the screen cannot be reached'))
      })
    })
    socket.addEventListener('open', () => resolve({ wire: overSocket(socket), ended }))
  })
}

function overSocket(socket: WebSocket): Wire {
  return {
    send(message) {
      // Between closing and the news of it there is nobody to send to; whoever waits hears of the close.
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
    },
    onMessage(listener) {
      const hear = (event: MessageEvent<unknown>): void => {
        const message = parse(event.data)
        if (message === undefined) socket.close(notUnderstoodCode)
        else listener(message)
      }
      socket.addEventListener('message', hear)
      return () => socket.removeEventListener('message', hear)
    },
    onClose(listener) {
      socket.addEventListener('close', listener, { once: true })
      return () => socket.removeEventListener('close', listener)
    },
  }
}

/** The message in a frame of text; undefined for anything that is not JSON. */
function parse(frame: unknown): unknown {
  if (typeof frame !== 'string') return undefined
  try {
    return JSON.parse(frame)
  } catch {
    return undefined
  }
}
