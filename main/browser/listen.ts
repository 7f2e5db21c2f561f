/** Takes a port on loopback, and only there: 127.0.0.1 is never reached from the network. */
import { randomInt } from 'node:crypto'
import type { Server } from 'node:http'

/** Ports that nobody needs a privilege for, and where few programs are at home. */
const range = { from: 20_000, to: 65_536 }

const draw = (): number => randomInt(range.from, range.to)

/**
 * Listens on `port`, else on the first free one of the nine after it, else on any. 0 is any: one drawn from all of
 * `range`, so that it is not one on which somebody else was before. What a program that had the port earlier left in a
 * browser (its cache, a service worker) belongs to that port's origin, and would answer in our place. Answers with the
 * one taken.
 */
export async function listen(server: Server, port: number): Promise<number> {
  const wanted = Array.from({ length: 10 }, (_, index) => (port === 0 ? draw() : port + index))
  for (const candidate of [...wanted, 0]) {
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
