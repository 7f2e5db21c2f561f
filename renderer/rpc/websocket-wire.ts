/** The browser shell's Wire: JSON messages over one WebSocket on our own origin, once both ends know each other. */
import type { Wire } from '../../shared/rpc/wire.ts'
import { notUnderstoodCode, socketPath, takenOverCode, unknownPassCode } from '../../shared/rpc/web-socket.ts'
import { enter } from './enter.ts'
import type { Opening } from './link.ts'
import type { PassHolder } from './window-pass.ts'

/** How long who answers may take to prove itself, in milliseconds, before the page tries again. */
const longestEntering = 20_000

/** Opens one WebSocket and enters; `lost` where nobody answers, or the connection ends before this window is in. */
export async function openWebSocketWire(origin: string, passes: PassHolder): Promise<Opening> {
  const held = passes.current()
  if (!held) return { kind: 'refused', why: 'unentered' }
  const address = new URL(socketPath, origin)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  const socket = new WebSocket(address)
  const code = new Promise<number>((resolve) => socket.addEventListener('close', (closed) => resolve(closed.code)))
  const tooLong = setTimeout(() => socket.close(), longestEntering)
  try {
    const opened = new Promise<true>((resolve) => socket.addEventListener('open', () => resolve(true)))
    if ((await Promise.race([opened, code])) !== true) return { kind: 'lost' }
    const wire = overSocket(socket)
    const answer = await enter(wire, origin, held.pass)
    if (answer.kind === 'in') {
      if (held.oneTime) passes.keep(answer.derived)
      return { kind: 'open', wire, ended: code.then((end) => (end === takenOverCode ? 'taken-over' : 'lost')) }
    }
    socket.close()
    if (answer.kind === 'lost' && (await code) !== unknownPassCode) return { kind: 'lost' }
    passes.forget()
    return { kind: 'refused', why: held.oneTime ? 'used-address' : 'stranger' }
  } finally {
    clearTimeout(tooLong)
  }
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
