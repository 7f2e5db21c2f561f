/** Keeps the connections of those who have not proven who they are few, so that they never use up what the lane needs. */
import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'

/**
 * Connections of strangers at a time. A browser that loads the page has six and a WebSocket; a process may have as few
 * as 200 descriptors, of which the program itself takes some forty.
 */
export const mostStrangers = 96

/** Who came and has not been recognised. */
export interface Strangers {
  /** This connection is a window of ours: it is not a stranger's any more. */
  recognise(connection: Duplex): void
}

/**
 * Counts the connections of `server`. When there are too many, one goes: the oldest that has not sent a whole request,
 * else the oldest. So whoever holds connections open for nothing loses them, while a browser that comes now is answered
 * within milliseconds. (`maxConnections` would shut the browser out.)
 */
export function limitStrangers(server: Server, most: number = mostStrangers): Strangers {
  const silent = new Set<Duplex>()
  const speaking = new Set<Duplex>()
  const forget = (connection: Duplex): void => {
    silent.delete(connection)
    speaking.delete(connection)
  }
  server.on('connection', (connection) => {
    silent.add(connection)
    connection.once('close', () => forget(connection))
    const [oldest] = silent.size > 1 ? silent : speaking
    if (silent.size + speaking.size <= most || oldest === undefined) return
    // At once and not when it has closed: a flood arrives in one turn.
    forget(oldest)
    oldest.destroy()
  })
  server.on('request', ({ socket }) => {
    if (silent.delete(socket)) speaking.add(socket)
  })
  return { recognise: forget }
}
