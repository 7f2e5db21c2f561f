/** The WebSocket's way in: checked like every request, and one window in control at a time. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { longestMessage, socketPath, takenOverCode } from '../../shared/rpc/web-socket.ts'
import { checkUpgrade, type Passage } from './gate.ts'
import type { Session } from './session.ts'

const phrases: Record<Exclude<Passage, 'in'> | 404, string> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  421: 'Misdirected Request',
}

/**
 * Takes WebSockets on `/rpc` and hands each to `enter`. A new window takes over: the one before is closed with
 * `takenOverCode`, so that two pages never both believe they are the kiosk. The answer closes the door and the socket.
 */
export function openSocketDoor(
  server: Server,
  place: { origin: string; session: Session },
  enter: (socket: WebSocket) => void,
): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage, perMessageDeflate: false })
  let current: WebSocket | null = null

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const passage = checkUpgrade(request.headers, place.origin, place.session)
    if (passage !== 'in') return turnAway(stream, passage)
    if (request.url !== socketPath) return turnAway(stream, 404)
    sockets.handleUpgrade(request, stream, head, (socket) => {
      // ws closes the socket itself after such an error (a frame too long, for one).
      socket.on('error', () => {})
      current?.close(takenOverCode, 'another window took over')
      current = socket
      enter(socket)
    })
  })

  return () => {
    current?.terminate()
    sockets.close()
  }
}

function turnAway(stream: Duplex, status: keyof typeof phrases): void {
  stream.on('error', () => {})
  stream.end(`HTTP/1.1 ${status} ${phrases[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
