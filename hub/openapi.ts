/** The hub's door as an OpenAPI 3.1 document, made of the schemas that it goes by. */
import * as v from 'valibot'
import { refusalSchema, refusalStatus, type RefusalCode } from '../shared/hub-api/refusal.ts'
import { pageHeader } from '../shared/hub-api/page-paths.ts'
import { answerSchema } from '../shared/sync/answer.ts'
import { hubNameSchema, publicKeySchema } from '../shared/sync/schemas.ts'
import packageJson from './package.json' with { type: 'json' }
import { jsonSchemaOf } from './page/json-schema.ts'
import { pageRoutes } from './page/page-routes.ts'
import type { PageRoute } from './page/route.ts'

export const openApiPath = '/v1/openapi.json'

/** Names in the document's parts that several operations refer to. */
const ref = (name: string) => ({ $ref: `#/components/${name}` })

const json = (schema: object) => ({ 'application/json': { schema } })
const bytes = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
const text = { 'text/plain': { schema: { type: 'string' } } }
const described = (description: string, content?: object) => ({ description, ...(content && { content }) })

const hubSchema = v.object({ hub: hubNameSchema, key: publicKeySchema, sealing: v.string() })
const healthSchema = v.object({ database: v.picklist(['own', 'elsewhere', 'away']) })

const later = {
  ...described('Come back after so many seconds; nothing was taken.'),
  headers: { 'Retry-After': { schema: { type: 'integer' } } },
}
const answer = json(ref('schemas/Answer'))

/** What a kiosk sends: a sealed file, and the hub's answer to it. */
const sealed = (summary: string) => ({
  summary,
  requestBody: { required: true, content: bytes },
  responses: {
    201: described('Taken: committed, and the receipts say so.', answer),
    400: described('It is nothing that this hub can open.', answer),
    403: described('Not enrolled, not signed by a known key, or withdrawn.', answer),
    409: described('Something is missing before it, or the hub has other entries of these numbers.', answer),
    413: described('Larger than anything that is taken.'),
    415: described('No application/octet-stream.'),
    422: described('It does not agree with itself; it is kept apart.', answer),
    429: later,
    503: later,
  },
})

const wirePaths = {
  '/v1/batches': { post: sealed('Takes a sealed batch in; see docs/sync-format.md.') },
  '/v1/enrolments': { post: sealed('Takes a sealed wish to be enrolled.') },
  '/v1/hub': {
    get: {
      summary: 'Says which hub this is, and to which keys to seal.',
      responses: { 200: described('Signed inside.', json(jsonSchemaOf(hubSchema, 'draft-2020-12'))) },
    },
  },
  '/v1/trust/{path}': {
    get: {
      summary: 'Hands on a file of the authority’s repository as it is.',
      parameters: [
        {
          name: 'path',
          in: 'path',
          required: true,
          description: 'metadata/… or targets/…',
          schema: { type: 'string' },
        },
      ],
      responses: { 200: described('The file.', bytes), 404: described('There is none such.') },
    },
  },
  [openApiPath]: {
    get: { summary: 'This document.', responses: { 200: described('OpenAPI 3.1.', json({ type: 'object' })) } },
  },
  '/health': {
    get: {
      summary: 'Says whether the database answers.',
      responses: {
        200: described('It does.', json(jsonSchemaOf(healthSchema, 'draft-2020-12'))),
        503: described('It does not.', json(jsonSchemaOf(healthSchema, 'draft-2020-12'))),
      },
    },
  },
  '/metrics': {
    get: { summary: 'Counts for Prometheus.', responses: { 200: described('Text format 0.0.4.', text) } },
  },
}

/** What a request of the page is refused for, beside what it says itself. */
function refusalsOf({ method, who, body, params, refuses }: PageRoute): RefusalCode[] {
  return [
    ...(method === 'GET' ? [] : (['another-origin'] as const)),
    ...(who === 'anybody' ? [] : (['signed-out'] as const)),
    ...(who === 'viewer' || who === 'admin' ? (['must-change'] as const) : []),
    ...(who === 'admin' ? (['not-allowed'] as const) : []),
    ...(body || params ? (['not-understood'] as const) : []),
    ...refuses,
    'away',
  ]
}

function pageOperation(route: PageRoute): object {
  const { method, summary, who, params, body, answer: answered } = route
  const byStatus = Map.groupBy(refusalsOf(route), (code) => refusalStatus[code])
  const parameters = [
    ...Object.entries(params ?? {}).map(([name, schema]) => ({
      name,
      in: 'path',
      required: true,
      schema: jsonSchemaOf(schema, 'draft-2020-12'),
    })),
    ...(method === 'GET'
      ? []
      : Object.entries(pageHeader).map(([name, value]) => ({
          name,
          in: 'header',
          required: true,
          schema: { const: value },
        }))),
  ]
  return {
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(who !== 'anybody' && { security: [{ session: [] }] }),
    ...(body && { requestBody: { required: true, content: json(jsonSchemaOf(body, 'draft-2020-12')) } }),
    responses: {
      200: described('Done.', answered ? json(jsonSchemaOf(answered, 'draft-2020-12')) : undefined),
      ...Object.fromEntries(
        [...byStatus].map(([status, codes]) => [
          status,
          described(`Refused: ${codes.join(', ')}.`, json(ref('schemas/Refusal'))),
        ]),
      ),
    },
  }
}

function pagePathsSaid(): Record<string, object> {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of pageRoutes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: pageOperation(route) }
  }
  return paths
}

/** The document. */
export const openApi = (): object => ({
  openapi: '3.1.1',
  info: { title: 'Chốt hub', version: packageJson.version },
  paths: { ...wirePaths, ...pagePathsSaid() },
  components: {
    schemas: {
      Answer: jsonSchemaOf(answerSchema, 'draft-2020-12'),
      Refusal: jsonSchemaOf(refusalSchema, 'draft-2020-12'),
    },
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-chot-hub' } },
  },
})
