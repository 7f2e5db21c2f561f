/**
 * A stand-in for what lies between page and program in Electron: `ipcMain` with one window, what its preload script exposes,
 * and pairs of ports.
 */
import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { channel } from '../../main/electron/channel.ts'
import type { Contents, Envelope, Incoming } from '../../main/electron/page-door.ts'
import type { Port } from '../../main/electron/port-wire.ts'
import type { Bridge } from '../../renderer/rpc/electron-wire.ts'

/** The envelope of a message that our own page sends. */
export const ownEnvelope: Envelope = {
  sender: { id: 1 },
  senderFrame: { origin: 'app://kiosk', parent: null, url: 'app://kiosk/' },
}

/** One of Node's ports as Electron's look: what arrives comes in an envelope. */
export class ElectronPort implements Port {
  readonly port: MessagePort
  private readonly heard = new Map<unknown, (data: unknown) => void>()

  constructor(port: MessagePort) {
    this.port = port
  }

  postMessage(message: unknown): void {
    this.port.postMessage(message)
  }

  on(event: 'message' | 'close', hear: ((message: { data: unknown }) => void) | (() => void)): void {
    const wrapped = (data: unknown): void => hear({ data })
    this.heard.set(hear, wrapped)
    this.port.on(event, wrapped)
  }

  off(event: 'message' | 'close', hear: unknown): void {
    this.port.off(event, this.heard.get(hear) ?? (() => {}))
  }

  start(): void {
    this.port.start()
  }
}

/** A pair of ports. */
export function portPair(): { port1: ElectronPort; port2: ElectronPort } {
  const { port1, port2 } = new MessageChannel()
  return { port1: new ElectronPort(port1), port2: new ElectronPort(port2) }
}

export interface ElectronChannel {
  incoming: Incoming
  contents: Contents<ElectronPort>
  /** What the page sees. */
  bridge: Bridge
  /** Asks for a port as somebody else would. */
  askAs(envelope: Envelope): void
  /** Closes the window. */
  destroy(): void
}

/** Opens a channel. The bridge does what preload.ts does. */
export function openElectronChannel(): ElectronChannel {
  const incoming = new EventEmitter()
  const toPage = new EventEmitter()
  let destroyed = false
  const ports: ElectronPort[] = []
  return {
    incoming,
    contents: {
      id: 1,
      isDestroyed: () => destroyed,
      postMessage: (name, _message, given) => void toPage.emit(name, given[0]),
    },
    bridge: {
      shell: 'electron',
      connect: (hear, ended) =>
        new Promise((resolve) => {
          toPage.once(channel, (port: ElectronPort) => {
            ports.push(port)
            port.on('message', ({ data }) => hear(data))
            port.on('close', ended)
            port.start()
            resolve((message) => port.postMessage(message))
          })
          incoming.emit(channel, ownEnvelope)
        }),
    },
    askAs: (envelope) => void incoming.emit(channel, envelope),
    destroy() {
      destroyed = true
      for (const { port } of ports) port.close()
    },
  }
}
