/** Keeps the connections of those who have not proven who they are few, so that they never use up what the lane needs. */
import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'

/**
 * Connections of strangers at a time. A browser that loads the page has six and a WebSocket; a process may have as few
 * as 256 descriptors, of which the program itself takes some forty.
 */
export const mostStrangers = 48

/** Who came and has not been recognised. */
export interface Strangers {
  /** This connection is a window of ours: it is not a stranger's any more. */
  recognise(connection: Duplex): void
}

/**
 * Counts the connections of `server`. When there are too many, the oldest goes: whoever holds them open for nothing loses
 * them, while a browser that comes now is answered within milliseconds. (`maxConnections` would shut the browser out.)
 */
export function limitStrangers(server: Server, most: number = mostStrangers): Strangers {
  const strangers = new Set<Duplex>()
  server.on('connection', (connection) => {
    strangers.add(connection)
    connection.once('close', () => strangers.delete(connection))
    const [oldest] = strangers
    if (strangers.size <= most || oldest === undefined) return
    // At once and not when it has closed: a flood arrives in one turn.
    strangers.delete(oldest)
    oldest.destroy()
  })
  return { recognise: (connection) => void strangers.delete(connection) }
}
