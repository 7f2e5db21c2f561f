/** A stand-in for the two ends of Electron's channel: `ipcMain` with one window, and what its preload script exposes. */
import { EventEmitter } from 'node:events'
import { channel } from '../../main/electron/channel.ts'
import type { Contents, Envelope, Incoming } from '../../main/electron/ipc-wire.ts'
import type { Wire } from '../../shared/rpc/wire.ts'

/** The envelope of a message that our own page sends. */
export const ownEnvelope: Envelope = {
  sender: { id: 1 },
  senderFrame: { origin: 'app://kiosk', parent: null, url: 'app://kiosk/' },
}

export interface ElectronChannel {
  incoming: Incoming
  contents: Contents
  /** The page's end. */
  page: Wire
  /** Sends a message into `ipcMain` as somebody else would. */
  sendAs(envelope: Envelope, message: unknown): void
  /** Closes the window. */
  destroy(): void
}

/** Opens a channel. Messages cross as Electron carries them: by structured clone, and later. */
export function openElectronChannel(): ElectronChannel {
  const incoming = new EventEmitter()
  const outgoing = new EventEmitter()
  const life = new EventEmitter()
  let destroyed = false
  const sendAs = (envelope: Envelope, message: unknown): void => {
    const carried: unknown = structuredClone(message)
    queueMicrotask(() => void (destroyed || incoming.emit(channel, envelope, carried)))
  }
  const contents: Contents = {
    id: 1,
    isDestroyed: () => destroyed,
    send(name, message) {
      const carried: unknown = structuredClone(message)
      queueMicrotask(() => outgoing.emit(name, carried))
    },
    once: (event, listener) => life.once(event, listener),
    off: (event, listener) => life.off(event, listener),
  }
  const page: Wire = {
    send: (message) => sendAs(ownEnvelope, message),
    onMessage(listener) {
      outgoing.on(channel, listener)
      return () => void outgoing.off(channel, listener)
    },
    onClose(listener) {
      life.once('destroyed', listener)
      return () => void life.off('destroyed', listener)
    },
  }
  const destroy = (): void => {
    destroyed = true
    life.emit('destroyed')
  }
  return { incoming, contents, page, sendAs, destroy }
}
