/** The WebSocket's way in: who comes must prove who it is, and one window is in control at a time. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { longestMessage, socketPath, takenOverCode } from '../../shared/rpc/web-socket.ts'
import { acquaint } from './acquaint.ts'
import { checkUpgrade, type Passage } from './gate.ts'
import { limitHandshake } from './limit-handshake.ts'
import type { Passes } from './passes.ts'
import { limitStrangers } from './strangers.ts'

const phrases: Record<Exclude<Passage, 'in'> | 404, string> = {
  403: 'Forbidden',
  404: 'Not Found',
  421: 'Misdirected Request',
}

/** How long a socket that was told to close may take over it before it is cut off, in milliseconds. */
const closeTimeout = 2_000

/** What the door tells whoever keeps it. */
export interface Doorkeeper {
  /** A window of ours has come in; the answer turns a deaf ear to it, at once. */
  enter(socket: WebSocket): () => void
  /** The one-time pass has been used. */
  used(): void
}

/**
 * Takes WebSockets on `/rpc`, and hands those of our windows to the keeper. A new window takes over: from that instant
 * the one before is not heard any more, whatever it still sends, and it is closed with `takenOverCode`, so that two
 * pages never both believe they are the kiosk. The answer closes the door and the sockets.
 */
export function openSocketDoor(
  server: Server,
  place: { origin: string; passes: Passes },
  keeper: Doorkeeper,
): () => void {
  const options = { noServer: true, maxPayload: longestMessage, perMessageDeflate: false, closeTimeout }
  const sockets = new WebSocketServer(options)
  const strangers = limitStrangers(server)
  let current: { socket: WebSocket; leave: () => void } | null = null

  async function come(socket: WebSocket, stream: Duplex): Promise<void> {
    // ws closes the socket itself after such an error (a frame too long, for one).
    socket.on('error', () => {})
    const liftLimit = limitHandshake(stream, socket)
    const used = await acquaint(socket, place)
    if (used === null || socket.readyState !== socket.OPEN) return
    liftLimit()
    strangers.recognise(stream)
    current?.leave()
    current?.socket.close(takenOverCode, 'another window took over')
    const leave = keeper.enter(socket)
    current = { socket, leave }
    socket.once('close', leave)
    socket.send(JSON.stringify({ entered: true }))
    if (used === 'one-time') keeper.used()
  }

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const passage = checkUpgrade(request.headers, place.origin)
    if (passage !== 'in') return turnAway(stream, passage)
    if (request.url !== socketPath) return turnAway(stream, 404)
    sockets.handleUpgrade(request, stream, head, (socket) => void come(socket, stream))
  })

  return () => {
    for (const socket of sockets.clients) socket.terminate()
    sockets.close()
  }
}

function turnAway(stream: Duplex, status: keyof typeof phrases): void {
  stream.on('error', () => {})
  stream.end(`HTTP/1.1 ${status} ${phrases[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
