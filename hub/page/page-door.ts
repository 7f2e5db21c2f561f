/** The page's own door beside the kiosks': its routes, each guarded, and the files of the built page. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { readFile } from 'node:fs/promises'
import { refusalSchema, refusalStatus, type PageRefusal } from '../../shared/hub-api/refusal.ts'
import { answerPage, answerText } from '../../main/shell/index.ts'
import type { OpenSession } from '../accounts/sessions.ts'
import type { HubGround } from '../ground.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { isSecure, letIn } from './page-guard.ts'
import type { PageOptions } from './page-options.ts'
import { pageRoutes } from './page-routes.ts'
import type { PageRoute } from './route.ts'
import { writeCookie } from './session-cookie.ts'

/** Bytes of a request of the page. */
const mostAsked = 16_384

/** What is shown where the page was not built. */
const notBuilt =
  'Trang của máy chủ chưa được dựng: chạy npm run build -- --hub-page rồi mở lại máy chủ.\nThe hub’s page was not built: run npm run build -- --hub-page, then open the hub again.\n'

interface Standing {
  ground: HubGround
  options: PageOptions
  log: (line: string) => void
}

const refuse = (reply: FastifyReply, refusal: PageRefusal): FastifyReply => {
  if (refusal.seconds !== undefined) reply.header('retry-after', refusal.seconds)
  return reply.code(refusalStatus[refusal.code]).send(refusal)
}

/** Adds the page's door to a server that takes nothing but sealed files so far. */
export function openPageDoor(server: FastifyInstance, standing: Standing): void {
  server.register(async (scope) => {
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: mostAsked },
      (_request, body, done) => done(null, parsed(String(body))),
    )
    scope.addHook('onSend', async (_request, reply) => {
      reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    })
    scope.setErrorHandler((error, _request, reply) => {
      if (isNotUnderstood(error)) return refuse(reply, { code: 'not-understood' })
      standing.log(`hub: ${String(error)}`)
      return refuse(reply, { code: 'away' })
    })
    for (const route of pageRoutes) addRoute(scope, route, standing)
  })
  const { files } = standing.options
  server.get('/*', async (request, reply) => {
    const [path = '/'] = request.url.split('?')
    const answer =
      files === null && path === '/' ? answerText(503, notBuilt) : answerPage(files ?? new Map(), 'GET', path)
    return reply
      .code(answer.status)
      .headers(answer.headers)
      .send(answer.file === null ? answer.text : await readFile(answer.file))
  })
}

/** What is no JSON is understood by no schema. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A body of another form, or too large, or of another type: what a framework says by a status, and a schema by throwing. */
function isNotUnderstood(error: unknown): boolean {
  if (error instanceof v.ValiError) return true
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 500
}

function addRoute(scope: FastifyInstance, route: PageRoute, { ground, options }: Standing): void {
  const sessions = new WeakMap<FastifyRequest, OpenSession>()
  scope.route({
    method: route.method,
    url: route.path,
    schema: {
      ...(route.params && { params: jsonSchemaOf(v.object(route.params)) }),
      ...(route.body && { body: jsonSchemaOf(route.body) }),
      response: {
        ...(route.answer && { 200: jsonSchemaOf(route.answer) }),
        '4xx': jsonSchemaOf(refusalSchema),
        '5xx': jsonSchemaOf(refusalSchema),
      },
    },
    async onRequest(request, reply) {
      const session = await letIn(ground, route, request, options.address)
      if (typeof session === 'string') return refuse(reply, { code: session })
      if (session) sessions.set(request, session)
    },
    async handler(request, reply) {
      const { body, params, ip: address } = request
      const session = sessions.get(request) ?? null
      const outcome = await route.act({ ground, options, body, params, session, address })
      if ('refused' in outcome) return refuse(reply, outcome.refused)
      if (outcome.token !== undefined) reply.header('set-cookie', writeCookie(outcome.token, isSecure(request)))
      return reply.send(outcome.answer)
    },
  })
}
