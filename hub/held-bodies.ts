/**
 * The bytes of bodies that this process holds, as far as they came: so many together, however many send at once. Whoever opens
 * a thousand connections and ends no body fills the room, and no more than that; who comes then is asked to come again.
 */
import { Transform, type Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'

/** Sixteen of the largest, or as many of the usual size as are worked on at once, twice over. Bytes. */
export const mostHeld = 128 * 2 ** 20

/** There is no room for more of a body now. */
class NoRoom extends Error {
  readonly statusCode = 429
}

/** Counts the bodies of a server from now on. @returns how many bytes are held */
export function holdBodies(server: FastifyInstance): () => number {
  let held = 0
  server.addHook('preParsing', ({ method }, reply, payload, done) => {
    // Nobody reads a body of these: the system throws it away as it comes.
    if (method === 'GET' || method === 'HEAD') return done(null, payload)
    let ofThis = 0
    // Answered or cut off: it is held no longer.
    reply.raw.once('close', () => (held -= ofThis))
    const counted = new Transform({
      transform(chunk: Uint8Array, _encoding, next) {
        if (held + chunk.length > mostHeld) return next(new NoRoom())
        held += chunk.length
        ofThis += chunk.length
        next(null, chunk)
      },
    })
    payload.on('error', (error) => counted.destroy(error))
    done(null, payload.pipe(counted) as Readable)
  })
  return () => held
}
