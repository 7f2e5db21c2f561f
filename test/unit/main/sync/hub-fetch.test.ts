/** How a hub is reached: through a proxy where the computer has one, to no other place than was asked, and stopped in time. */
import { createServer, type Server } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { hubFetch } from '../../../../main/sync/wire/hub-fetch.ts'
import { overWire } from '../../../../main/sync/wire/wire.ts'

async function listening(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server: Server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('it listens on a port')
  return `http://127.0.0.1:${address.port}`
}

test('a body goes there and an answer comes back, byte for byte', async () => {
  const hub = await listening((request, response) => void request.pipe(response.writeHead(201)))
  const body = Buffer.from('{"receipts":["đã nhận"]}')
  expect(await overWire(hubFetch({ env: {} }), { url: hub, body, now: 0 })).toEqual({
    came: true,
    status: 201,
    text: body.toString(),
  })
})

test('a proxy of the computer is gone through, and not for what it is not for', async () => {
  const asked: (string | undefined)[] = []
  const proxy = await listening((request, response) => {
    asked.push(request.url)
    response.end('{}')
  })
  const through = { url: 'http://hub.example/v1/hub', body: null, now: 0 }
  expect(await overWire(hubFetch({ env: { HTTP_PROXY: proxy } }), through)).toMatchObject({ came: true, status: 200 })
  expect(asked).toEqual([through.url])
  const own = await listening((_request, response) => void response.end('{}'))
  const env = { HTTP_PROXY: proxy, NO_PROXY: '127.0.0.1' }
  expect(await overWire(hubFetch({ env }), { url: own, body: null, now: 0 })).toMatchObject({ came: true })
  expect(asked).toHaveLength(1)
})

test('another place is not followed', async () => {
  const other = await listening((_request, response) => void response.end('{}'))
  const hub = await listening((_request, response) => void response.writeHead(302, { location: other }).end())
  expect(await overWire(hubFetch({ env: {} }), { url: hub, body: null, now: 0 })).toMatchObject({ why: 'not-a-hub' })
})

test('what the hub asks for as a pause arrives', async () => {
  const hub = await listening((_request, response) => void response.writeHead(429, { 'retry-after': '37' }).end())
  expect(await overWire(hubFetch({ env: {} }), { url: hub, body: null, now: 0 })).toEqual({
    came: false,
    why: 'busy',
    retryAfter: 37_000,
  })
})

test('nobody there, and an answer that is cut off, are no network', async () => {
  const cut = await listening((_request, response) => {
    response.writeHead(200, { 'content-length': '99' }).write('{')
    response.socket?.destroy()
  })
  for (const url of [cut, 'http://127.0.0.1:1'])
    expect(await overWire(hubFetch({ env: {} }), { url, body: null, now: 0 })).toMatchObject({ why: 'no-network' })
})
