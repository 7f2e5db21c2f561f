/** The Electron shell's Wire: the narrow bridge that the preload script exposes. It lives as long as the window. */
import type { Wire } from '../../shared/rpc/wire.ts'

/** What the preload script exposes as `window.chot`. */
export interface Bridge {
  shell: 'electron'
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): () => void
}

declare global {
  interface Window {
    readonly chot?: Bridge
  }
}

/** A Wire over the bridge. The channel ends only with the page itself, so closing is never reported. */
export function electronWire(bridge: Bridge): Wire {
  return {
    send: (message) => bridge.send(message),
    onMessage: (listener) => bridge.onMessage(listener),
    onClose: () => () => undefined,
  }
}
