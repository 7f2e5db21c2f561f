/**
 * The hub's door: sealed batches and wishes come in, answers go out. Everything of worth is signed inside; the address, the
 * certificate and this door are not what anybody's trust rests on.
 */
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import type { Answer, Refusal } from '../shared/sync/answer.ts'
import { mostTaken } from '../shared/sync/limits.ts'
import type { HubGround } from './ground.ts'
import { ingest } from './ingest/ingest.ts'
import { takeWish } from './kiosks/enrol.ts'
import { Metrics } from './metrics.ts'

/** The status of an answer that takes nothing. */
const statusOf: Record<Refusal, number> = {
  unreadable: 400,
  'not-enrolled': 403,
  'not-signed': 403,
  revoked: 403,
  gap: 409,
  fork: 409,
  quarantined: 422,
}

/** Batches that are worked on or waiting at once in one process: beyond that a kiosk waits at its own side. */
const mostAtOnce = 64

/** Seconds after which a kiosk that was sent away comes back, spread so that they do not all come at once. */
const comeBack = { least: 5, spread: 55 }

interface Door {
  ground: HubGround
  /** From 0 up to 1. */
  chance: () => number
  log: (line: string) => void
}

/** Makes the server; whoever makes it listens and closes. */
export function hubServer({ ground, chance, log }: Door): FastifyInstance {
  const server = Fastify({ bodyLimit: mostTaken, requestTimeout: 60_000, forceCloseConnections: 'idle' })
  const metrics = new Metrics()
  let working = 0
  // What is no sealed file is refused by its type already.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )

  const busy = (reply: FastifyReply): FastifyReply => {
    metrics.count('busy')
    const seconds = comeBack.least + Math.floor(chance() * comeBack.spread)
    return reply.code(429).header('retry-after', seconds).send()
  }
  const take = async (body: unknown, reply: FastifyReply, act: (bytes: Uint8Array) => Promise<Answer>) => {
    if (working >= mostAtOnce) return busy(reply)
    working++
    try {
      const answer = await act(body instanceof Uint8Array ? body : new Uint8Array(0))
      metrics.count(answer.refused?.why ?? 'taken')
      return await reply.code(answer.refused ? statusOf[answer.refused.why] : 201).send(answer)
    } catch (error) {
      // The database is away: nothing was taken, and the kiosk keeps it.
      log(`hub: ${String(error)}`)
      metrics.count('failed')
      return await reply
        .code(503)
        .header('retry-after', comeBack.least + Math.floor(chance() * comeBack.spread))
        .send()
    } finally {
      working--
    }
  }

  server.post('/v1/batches', (request, reply) => take(request.body, reply, (bytes) => ingest(ground, bytes, 'wire')))
  server.post('/v1/enrolments', (request, reply) => take(request.body, reply, (bytes) => takeWish(ground, bytes)))
  server.get('/v1/hub', () => ({ hub: ground.keys.hub, key: ground.keys.public, sealing: ground.keys.sealing }))
  server.get('/health', async (_request, reply) => {
    try {
      await ground.pool.query('SELECT 1')
      return await reply.send({ database: ground.server })
    } catch {
      return reply.code(503).send({ database: 'away' })
    }
  })
  server.get('/metrics', (_request, reply) => reply.type('text/plain; version=0.0.4').send(metrics.text(working)))
  return server
}
