/** The document of the hub's door: what it says there is is there, and what the page may ask stands in it. */
import { describe, expect, test } from 'vitest'
import { pageRoutes } from '../../../hub/page/page-routes.ts'
import { hubServer } from '../../../hub/server.ts'
import { pageDoor } from '../../fixtures/hub-browser.ts'
import { hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'

const hub = hubForTests()

interface Document {
  openapi: string
  paths: Record<string, Record<string, { requestBody?: unknown; responses: Record<string, unknown> }>>
  components: { schemas: Record<string, unknown> }
}

async function readDocument(): Promise<Document> {
  const { address } = await pageDoor(hub.ground)
  const answer = await fetch(`${address}/v1/openapi.json`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Document
}

describe.skipIf(noDatabase !== null)('the OpenAPI document', () => {
  test('names nothing that is not there', async () => {
    const { openapi, paths } = await readDocument()
    expect(openapi).toBe('3.1.1')
    const server = hubServer({ ground: hub.ground, chance: () => 0, log: () => undefined })
    await server.ready()
    const named = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => ({
        method: method.toUpperCase(),
        url: path.replace('/v1/trust/{path}', '/v1/trust/*').replaceAll(/\{(\w+)\}/g, ':$1'),
      })),
    )
    expect(named.length).toBeGreaterThan(pageRoutes.length)
    expect(named.filter((each) => !server.hasRoute(each as Parameters<typeof server.hasRoute>[0]))).toEqual([])
    await server.close()
  })

  test('has every request of the page, with what it says and why it is refused', async () => {
    const { paths } = await readDocument()
    for (const { method, path, body } of pageRoutes) {
      const operation = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
      expect([path, operation?.requestBody !== undefined]).toEqual([path, body !== null])
      expect(Object.keys(operation?.responses ?? {})).toContain('503')
    }
  })

  test('refers to nothing that it has not', async () => {
    const document = await readDocument()
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, ref = '']) => ref)
    expect(refs.length).toBeGreaterThan(0)
    for (const ref of refs) {
      let part: unknown = document
      for (const name of ref.split('/')) part = (part as Record<string, unknown> | undefined)?.[name]
      expect([ref, part]).toEqual([ref, expect.any(Object)])
    }
  })
})
