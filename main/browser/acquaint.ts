/** The kiosk's half of the handshake (shared/rpc/handshake.ts): finds out whether a window is one of ours. */
import * as v from 'valibot'
import type { RawData, WebSocket } from 'ws'
import {
  derivePass,
  greetingSchema,
  longestGreeting,
  newNonce,
  prove,
  responseSchema,
  type Meeting,
} from '../../shared/rpc/handshake.ts'
import { notUnderstoodCode, unknownPassCode } from '../../shared/rpc/web-socket.ts'
import type { Passes } from './passes.ts'

/** How long a handshake may take, in milliseconds. A browser on a busy machine needs seconds; a stranger gets no more. */
const longestHandshake = 15_000

/**
 * Answers once the window at the other end has proven that it holds a pass of this run, with which kind it used; null
 * where it has not, and then its socket is closing. Two messages are read at most, and a name that is not known costs
 * no cryptography.
 */
export async function acquaint(
  socket: WebSocket,
  { origin, passes }: { origin: string; passes: Passes },
): Promise<'one-time' | 'window' | null> {
  const tooLong = setTimeout(() => socket.terminate(), longestHandshake)
  try {
    const greeting = await hear(socket, greetingSchema)
    if (!greeting) return refuse(socket, notUnderstoodCode)
    const pass = passes.find(greeting.name)
    if (pass === null) return refuse(socket, unknownPassCode)
    const meeting: Meeting = { origin, windowNonce: greeting.nonce, kioskNonce: newNonce() }
    const [own, expected, derived] = await Promise.all([
      prove(pass, 'kiosk', meeting),
      prove(pass, 'window', meeting),
      derivePass(pass, meeting),
    ])
    socket.send(JSON.stringify({ nonce: meeting.kioskNonce, proof: own }))
    const response = await hear(socket, responseSchema)
    // One attempt a nonce, so how long the comparison takes tells nobody anything.
    const used = response?.proof === expected ? passes.use(pass, derived) : null
    return used ?? refuse(socket, unknownPassCode)
  } finally {
    clearTimeout(tooLong)
  }
}

function refuse(socket: WebSocket, code: number): null {
  socket.close(code)
  return null
}

/** The next message, if it is of the handshake; null for any other, and where the socket closes first. */
function hear<Schema extends v.GenericSchema>(
  socket: WebSocket,
  schema: Schema,
): Promise<v.InferOutput<Schema> | null> {
  return new Promise((resolve) => {
    const closed = (): void => resolve(null)
    socket.once('close', closed)
    socket.once('message', (frame, binary) => {
      socket.off('close', closed)
      const message = v.safeParse(schema, binary ? undefined : parse(frame))
      resolve(message.success ? message.output : null)
    })
  })
}

function parse(frame: RawData): unknown {
  if (!Buffer.isBuffer(frame) || frame.length > longestGreeting) return undefined
  try {
    return JSON.parse(frame.toString('utf8'))
  } catch {
    return undefined
  }
}
