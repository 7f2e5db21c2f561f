/** Takes a port on loopback, and only there: 127.0.0.1 is never reached from the network. */
import type { Server } from 'node:http'

/** The usual port. It is fixed because a browser remembers the camera's permission by origin, and the port is part of it. */
export const usualPort = 4980

/**
 * Listens on `port`, else on the first free one of the nine after it, else on any; 0 is any. Answers with the one taken.
 */
export async function listen(server: Server, port: number): Promise<number> {
  const wanted = port === 0 ? [0] : [...Array.from({ length: 10 }, (_, index) => port + index), 0]
  for (const candidate of wanted) {
    if (candidate > 65_535 || !(await take(server, candidate))) continue
    const address = server.address()
    if (address !== null && typeof address === 'object') return address.port
  }
  throw new Error('No port of 127.0.0.1 is free.')
}

function take(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      // Windows answers EACCES for ports it keeps for itself.
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    }
    server.once('error', failed)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', failed)
      resolve(true)
    })
  })
}
