/** A MessagePort between page and program as a Wire. */
import type { Wire } from '../../shared/rpc/wire.ts'

/** The part of Electron's `MessagePortMain` that is used. */
export interface Port {
  postMessage(message: unknown): void
  on(event: 'message', hear: (message: { data: unknown }) => void): unknown
  off(event: 'message', hear: (message: { data: unknown }) => void): unknown
  on(event: 'close', hear: () => void): unknown
  off(event: 'close', hear: () => void): unknown
  /** Until then what arrives waits. */
  start(): void
}

/** A wire over a port. It closes with the page that has the other end. */
export function portWire(port: Port): Wire {
  return {
    send: (message) => port.postMessage(message),
    onMessage(listener) {
      const hear = ({ data }: { data: unknown }): void => listener(data)
      port.on('message', hear)
      port.start()
      return () => void port.off('message', hear)
    },
    onClose(listener) {
      port.on('close', listener)
      return () => void port.off('close', listener)
    },
  }
}
