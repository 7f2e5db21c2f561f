/** The Electron shell's Wire: the narrow bridge that the preload script exposes. */
import type { Wire } from '../../shared/rpc/wire.ts'
import type { Opening, WireEnd } from './link.ts'

/** What the preload script exposes as `window.chot`. */
export interface Bridge {
  shell: 'electron'
  /** Resolves, once the program is there, with what sends to it. `ended` is called when the program is gone. */
  connect(hear: (message: unknown) => void, ended: () => void): Promise<(message: unknown) => void>
}

declare global {
  interface Window {
    readonly chot?: Bridge
  }
}

/** Opens one connection over the bridge. Resolves once the program is there, however long that takes. */
export async function openElectronWire(bridge: Bridge): Promise<Extract<Opening, { kind: 'open' }>> {
  const listeners = new Set<(message: unknown) => void>()
  const ended = Promise.withResolvers<WireEnd>()
  const send = await bridge.connect(
    (message) => {
      for (const listener of listeners) listener(message)
    },
    () => ended.resolve('lost'),
  )
  const wire: Wire = {
    send,
    onMessage(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onClose(listener) {
      let wanted = true
      void ended.promise.then(() => wanted && listener())
      return () => void (wanted = false)
    },
  }
  return { kind: 'open', wire, ended: ended.promise }
}
