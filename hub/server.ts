/**
 * The hub's door: sealed batches and wishes come in, answers go out, and the authority's lists are handed on. Everything of
 * worth is signed inside; the address, the certificate and this door are not what anybody's trust rests on.
 */
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import type { Locale } from '../shared/language/locale.ts'
import type { Answer, Refusal } from '../shared/sync/answer.ts'
import { mostTaken } from '../shared/sync/limits.ts'
import { sayAway } from './database/said-away.ts'
import type { HubGround } from './ground.ts'
import { ingest } from './ingest/ingest.ts'
import { takeWish } from './kiosks/enrol.ts'
import { openApi, openApiPath } from './openapi.ts'
import { openPageDoor } from './page/page-door.ts'
import type { PageOptions } from './page/page-options.ts'
import { openMirrored } from './trust/mirror.ts'
import { comeBackAfter } from './come-back.ts'
import { holdBodies } from './held-bodies.ts'
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
export const mostAtOnce = 64

/** How long keys that were read are said, in milliseconds. */
const keysGoodFor = 60_000

interface Door {
  ground: HubGround
  /** From 0 up to 1. */
  chance: () => number
  log: (line: string) => void
  /** The folder with the authority's repository; null: it is not handed on. */
  trust?: string | null
  /** PEM; absent: plain, for a proxy with TLS in front. */
  tls?: { cert: string; key: string } | undefined
  /** Absent: a page that was not built. */
  page?: PageOptions
  /** In which what is logged is said; absent: Vietnamese. */
  locale?: Locale
}

const noPage: PageOptions = { files: null, address: null, ca: null }

/** Makes the server; whoever makes it listens and closes. @throws where certificate and key are none, or do not fit */
export function hubServer({
  ground,
  chance,
  log,
  trust = null,
  tls,
  page = noPage,
  locale = 'vi',
}: Door): FastifyInstance {
  const limits = {
    bodyLimit: mostTaken,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    // What a proxy on this machine says of who is behind it.
    trustProxy: 'loopback',
    // What was asked is refused or taken as it is, and never bent into form.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  } as const
  const server: FastifyInstance = tls ? Fastify({ ...limits, https: tls }) : Fastify(limits)
  const metrics = new Metrics()
  const held = holdBodies(server)
  let working = 0
  let keysRead = ground.now()
  // A key that a command made while this process runs: kiosks hear of it within a minute, and of what each can open at once.
  const freshKeys = async (): Promise<void> => {
    if (ground.now() - keysRead < keysGoodFor) return
    await ground.rereadKeys()
    keysRead = ground.now()
  }
  // What is no sealed file is refused by its type already.
  server.removeAllContentTypeParsers()
  // What went wrong here is told to the log: what the system says of it names folders of this computer.
  server.setErrorHandler((error, _request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
    if (status === 429) {
      metrics.count('busy')
      return later(null, reply, status)
    }
    if (status >= 500) log(`hub: ${String(error)}`)
    return reply.code(status).send()
  })
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )

  const later = (body: unknown, reply: FastifyReply, status: 429 | 503): FastifyReply =>
    reply.code(status).header('retry-after', comeBackAfter(body, chance())).send()
  const take = async (body: unknown, reply: FastifyReply, act: (bytes: Uint8Array) => Promise<Answer>) => {
    if (working >= mostAtOnce) {
      metrics.count('busy')
      return later(body, reply, 429)
    }
    working++
    try {
      await freshKeys()
      const answer = await act(body instanceof Uint8Array ? body : new Uint8Array(0))
      metrics.count(answer.refused?.why ?? 'taken')
      return await reply.code(answer.refused ? statusOf[answer.refused.why] : 201).send(answer)
    } catch (error) {
      // The database is away: nothing was taken, and the kiosk keeps it.
      log(`hub: ${sayAway(locale, error, ground.room())}`)
      metrics.count('failed')
      return await later(body, reply, 503)
    } finally {
      working--
    }
  }

  server.post('/v1/batches', (request, reply) => take(request.body, reply, (bytes) => ingest(ground, bytes, 'wire')))
  server.post('/v1/enrolments', (request, reply) => take(request.body, reply, (bytes) => takeWish(ground, bytes)))
  server.get('/v1/hub', async () => {
    await freshKeys().catch(() => undefined)
    return { hub: ground.keys.hub, key: ground.keys.public, sealing: ground.keys.sealing }
  })
  server.get<{ Params: { '*': string } }>('/v1/trust/*', async (request, reply) => {
    const found = trust === null ? null : await openMirrored(trust, request.params['*'])
    if (!found) return reply.code(404).send()
    const { file, size } = found
    reply.type('application/octet-stream').header('content-length', size)
    if (size > 0) return reply.send(file.createReadStream({ end: size - 1 }))
    await file.close()
    return reply.send()
  })
  server.get('/health', async (_request, reply) => {
    try {
      await ground.pool.query('SELECT 1')
      return await reply.send({ database: ground.server })
    } catch {
      return reply.code(503).send({ database: 'away' })
    }
  })
  server.get('/metrics', (_request, reply) =>
    reply.type('text/plain; version=0.0.4').send(metrics.text(working, held())),
  )
  server.get(openApiPath, () => openApi())
  openPageDoor(server, { ground, options: page, log })
  return server
}
