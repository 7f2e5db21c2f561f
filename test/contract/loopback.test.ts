/** The loopback server as a browser, and everything else on the laptop, meets it. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openLoopback, type Loopback } from '../../main/browser/loopback.ts'
import { contentSecurityPolicy, readPageFiles } from '../../main/shell/index.ts'
import { takenOverCode } from '../../shared/rpc/web-socket.ts'
import { handlersWith } from './answers.ts'
import { enter } from './wires.ts'

let folder: string
let loopback: Loopback
let origin: string
let offered: string[]

const open = (port = 0): Promise<Loopback> =>
  openLoopback({
    app: { handlers: handlersWith({}), subscribe: () => () => {}, caller: () => 'nobody' },
    files: readPageFiles(join(folder, 'page')),
    port,
    log: () => {},
    onEntered: (address) => offered.push(address),
  })

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chot-loopback-'))
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>Chốt</title>')
  writeFileSync(join(folder, 'page', 'assets', 'index-1.js'), 'export {}')
  writeFileSync(join(folder, 'page', 'assets', 'reader-1.wasm'), 'wasm')
  writeFileSync(join(folder, 'page', 'assets', 'index-1.js.map'), '{}')
  writeFileSync(join(folder, 'secret.json'), '{}')
  symlinkSync(join(folder, 'secret.json'), join(folder, 'page', 'linked.json'))
  offered = []
  loopback = await open()
  origin = `http://127.0.0.1:${loopback.port}`
})

afterEach(async () => {
  await loopback.close()
  rmSync(folder, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  fetch(`${origin}${path}`, { headers, method, redirect: 'manual' })

async function cookie(): Promise<string> {
  const entered = await fetch(loopback.address(), { redirect: 'manual' })
  return entered.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** fetch writes Host by itself and tidies paths, so this asks as a hostile program does. */
function ask(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: loopback.port, path, headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

/** Tries to open a WebSocket and answers with the status it is turned away with, or 101. */
function upgrade(headers: Record<string, string>, path = '/rpc'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${loopback.port}${path}`, { headers })
    socket.on('open', () => {
      socket.terminate()
      resolve(101)
    })
    socket.on('unexpected-response', (outgoing, response) => {
      outgoing.destroy()
      resolve(response.statusCode)
    })
    socket.on('error', reject)
  })
}

describe('the way in', () => {
  test('the token is exchanged for a cookie that no script and no other site can use', async () => {
    const response = await fetch(loopback.address(), { redirect: 'manual' })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/')
    expect(response.headers.get('set-cookie')).toMatch(/^chot-\d+=[\w-]{32}; HttpOnly; SameSite=Strict; Path=\/$/)
  })

  test('a used token is refused with a page that says what to do in both languages', async () => {
    const address = loopback.address()
    await fetch(address, { redirect: 'manual' })
    const again = await fetch(address, { redirect: 'manual' })
    expect(again.status).toBe(403)
    expect(again.headers.get('set-cookie')).toBeNull()
    const page = await again.text()
    expect(page).toContain('Hãy mở địa chỉ mới nhất')
    expect(page).toContain('Open the newest address')
  })

  test('a wrong token is refused and does not use up the right one', async () => {
    expect((await get('/enter?t=wrong')).status).toBe(403)
    expect((await get('/enter')).status).toBe(403)
    expect((await fetch(loopback.address(), { redirect: 'manual' })).status).toBe(303)
  })

  test('a HEAD request, as link previews send, does not use up the token', async () => {
    const address = loopback.address()
    await fetch(address, { method: 'HEAD', redirect: 'manual' })
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303)
  })

  test('once a token is used, the next address is offered and works', async () => {
    await cookie()
    expect(offered).toHaveLength(1)
    expect((await fetch(offered[0] ?? '', { redirect: 'manual' })).status).toBe(303)
  })

  test('without the cookie nothing is served, and the page says what to do', async () => {
    const response = await get('/')
    expect(response.status).toBe(401)
    expect(await response.text()).toContain('Open the newest address')
    expect((await get('/assets/index-1.js')).status).toBe(401)
  })

  test('the cookie of another run or another port does not count', async () => {
    expect((await get('/', { cookie: `chot-${loopback.port}=${'a'.repeat(32)}` })).status).toBe(401)
    const [, value] = (await cookie()).split('=')
    expect((await get('/', { cookie: `chot-1=${value ?? ''}` })).status).toBe(401)
  })

  test('another Host, as DNS rebinding brings it, is answered 421 even with the cookie', async () => {
    const own = await cookie()
    for (const host of ['kiosk.example', `localhost:${loopback.port}`, '127.0.0.1', `127.0.0.1:${loopback.port + 1}`]) {
      expect(await ask('/', { host, cookie: own })).toBe(421)
    }
  })

  test('another Origin is answered 403 even with the cookie', async () => {
    const own = await cookie()
    expect(await ask('/', { origin: 'http://kiosk.example', cookie: own })).toBe(403)
    expect(await ask('/', { origin: 'null', cookie: own })).toBe(403)
    expect(await ask('/', { origin, cookie: own })).toBe(200)
  })
})

describe('the page', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/assets/index-1.js', 'text/javascript; charset=utf-8'],
    ['/assets/reader-1.wasm', 'application/wasm'],
  ])('%s is served as %s with every security header', async (path, type) => {
    const { status, headers } = await get(path, { cookie: await cookie() })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe(type)
    expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('permissions-policy')).toContain('camera=(self)')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  test('a query does not change which file is served', async () => {
    expect((await get('/?x=/../secret.json', { cookie: await cookie() })).status).toBe(200)
  })

  test.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/../../secret.json',
    '/..\\secret.json',
    '/linked.json',
    '/assets/index-1.js.map',
    '/assets/',
    '/index.html%00.js',
    '/constructor',
    '/__proto__',
  ])('%s is not there', async (path) => {
    expect(await ask(path, { cookie: await cookie() })).toBe(404)
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not answered', async (method) => {
    const response = await get('/', { cookie: await cookie() }, method)
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
  })

  test('HEAD answers with the headers alone', async () => {
    const response = await get('/', { cookie: await cookie() }, 'HEAD')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })

  test('a file that has gone since is a 500, and the server goes on', async () => {
    const own = await cookie()
    rmSync(join(folder, 'page', 'assets', 'index-1.js'))
    expect((await get('/assets/index-1.js', { cookie: own })).status).toBe(500)
    expect((await get('/', { cookie: own })).status).toBe(200)
  })

  test('what is no HTTP at all does not end the server', async () => {
    await new Promise((resolve) => {
      const stream = createConnection({ host: '127.0.0.1', port: loopback.port }, () => stream.end('\0\0\0\r\n\r\n'))
      stream.on('error', resolve).on('close', resolve).resume()
    })
    expect((await get('/', { cookie: await cookie() })).status).toBe(200)
  })
})

describe('the WebSocket', () => {
  test('it opens with our Origin and the cookie', async () => {
    expect(await upgrade({ origin, cookie: await cookie() })).toBe(101)
  })

  test('without the cookie it is a 401', async () => {
    expect(await upgrade({ origin })).toBe(401)
  })

  test('with another Origin, or none, it is a 403', async () => {
    const own = await cookie()
    expect(await upgrade({ origin: 'http://kiosk.example', cookie: own })).toBe(403)
    expect(await upgrade({ cookie: own })).toBe(403)
  })

  test('with another Host it is a 421', async () => {
    expect(await upgrade({ origin, host: 'kiosk.example', cookie: await cookie() })).toBe(421)
  })

  test('on another path it is a 404', async () => {
    expect(await upgrade({ origin, cookie: await cookie() }, '/other')).toBe(404)
  })

  test('a new window takes over, and the one before is told', async () => {
    const first = await enter(loopback)
    const told = new Promise((resolve) => first.once('close', resolve))
    const second = await enter(loopback)
    expect(await told).toBe(takenOverCode)
    expect(second.readyState).toBe(second.OPEN)
    second.terminate()
  })

  test('a message longer than any of ours closes the socket', async () => {
    const socket = await enter(loopback)
    const told = new Promise((resolve) => socket.once('close', resolve))
    socket.send('x'.repeat((1 << 18) + 1))
    expect(await told).toBe(1009)
  })

  test('a frame that is no JSON text closes the socket', async () => {
    const socket = await enter(loopback)
    const told = new Promise((resolve) => socket.once('close', resolve))
    socket.send('{')
    expect(await told).toBe(4002)
  })
})

describe('the port', () => {
  test('a taken port gives way to another', async () => {
    const other = await open(loopback.port)
    expect(other.port).not.toBe(loopback.port)
    await other.close()
  })

  test('closing frees the port at once, with a window still open', async () => {
    const { port } = loopback
    await enter(loopback)
    await loopback.close()
    loopback = await open(port)
    expect(loopback.port).toBe(port)
  })
})
