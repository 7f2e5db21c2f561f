/** Electron's channel as a Wire, for one window. */
import type { Wire } from '../../shared/rpc/wire.ts'
import { channel } from './channel.ts'
import { mayHear, type Sender } from './sender-rule.ts'

/** A message's envelope: what of Electron's `IpcMainEvent` is looked at. */
export interface Envelope {
  sender: { id: number }
  senderFrame: (Sender['frame'] & { url: string }) | null
}

type Hear = (envelope: Envelope, message: unknown) => void

/** The part of `ipcMain` that is used. */
export interface Incoming {
  on(name: string, hear: Hear): unknown
  off(name: string, hear: Hear): unknown
}

/** The part of a window's `webContents` that is used. */
export interface Contents {
  id: number
  isDestroyed(): boolean
  send(name: string, message: unknown): void
  once(event: 'destroyed', listener: () => void): unknown
  off(event: 'destroyed', listener: () => void): unknown
}

/**
 * A wire to the page in `contents`. It outlives a reload, whose page finds the same program; it closes with the window.
 * Messages of any other sender are dropped and mentioned in the log.
 */
export function ipcWire(incoming: Incoming, contents: Contents, log: (line: string) => void): Wire {
  const { id } = contents
  return {
    send(message) {
      if (!contents.isDestroyed()) contents.send(channel, message)
    },
    onMessage(listener) {
      const hear: Hear = ({ sender, senderFrame }, message) => {
        if (mayHear({ contents: sender.id, frame: senderFrame }, id)) listener(message)
        else log(`A message of ${senderFrame?.url ?? 'a frame that is gone'} was dropped.`)
      }
      incoming.on(channel, hear)
      return () => void incoming.off(channel, hear)
    },
    onClose(listener) {
      contents.once('destroyed', listener)
      return () => void contents.off('destroyed', listener)
    },
  }
}
