/** One command's connection to the kiosk, from its first byte to its last. */
import type { Socket } from 'node:net'
import * as v from 'valibot'
import type { Emit, Handlers } from '../../shared/contract/contract.ts'
import { longestGreeting } from '../../shared/rpc/handshake.ts'
import { callSchema } from '../../shared/rpc/message.ts'
import { serve } from '../../shared/rpc/serve.ts'
import { longestMessage } from '../../shared/rpc/web-socket.ts'
import type { Wire } from '../../shared/rpc/wire.ts'
import type { Visit } from '../officers/index.ts'
import { lineWire } from './line-wire.ts'
import { recognise, type MeetingPoint } from './meet.ts'

/** What is served: the contract, to each connection in a session of its own. */
export interface Served {
  handlers: Handlers
  visit(): Visit
  subscribe(emit: Emit): () => void
}

/** How long a connection may say nothing, in milliseconds. */
export interface Patience {
  /** Before it has proven who it is. */
  stranger: number
  /** Afterwards, while no call of its own is open. */
  idle: number
}

export const usualPatience: Patience = { stranger: 10_000, idle: 60_000 }

/** Calls of one connection that are open at a time. Commands make one after the other. */
const mostCalls = 8

/** The same wire; it ends the connection where something arrives that is no call, and where nothing does for too long. */
function heldToCalls(wire: Wire, socket: Socket, idle: number): Wire {
  let open = 0
  let timer: NodeJS.Timeout
  const wait = (): void => {
    clearTimeout(timer)
    if (open === 0) timer = setTimeout(() => socket.destroy(), idle)
  }
  wait()
  socket.once('close', () => clearTimeout(timer))
  return {
    ...wire,
    send(message) {
      if (typeof message === 'object' && message !== null && 'id' in message) open -= 1
      wire.send(message)
      if (!socket.destroyed) wait()
    },
    onMessage: (listener) =>
      wire.onMessage((message) => {
        if (!v.is(callSchema, message) || open === mostCalls) return void socket.destroy()
        open += 1
        wait()
        listener(message)
      }),
  }
}

/** Hears a connection out; ends it as soon as it is not one of ours. */
export async function attend(
  socket: Socket,
  point: MeetingPoint,
  { app, patience, onFault }: { app: Served; patience: Patience; onFault: (fault: unknown) => void },
): Promise<void> {
  const wire = lineWire(socket, longestGreeting)
  const tooLong = setTimeout(() => socket.destroy(), patience.stranger)
  const known = await recognise(wire, point)
  clearTimeout(tooLong)
  if (!known) return void socket.destroy()
  wire.longest = longestMessage
  const visit = app.visit()
  const served = serve(heldToCalls(wire, socket, patience.idle), app.handlers, { ...visit, onFault })
  wire.onClose(app.subscribe(served.emit))
  // However a command ends, killed too.
  wire.onClose(() => visit.end())
  wire.send({ entered: true })
}
