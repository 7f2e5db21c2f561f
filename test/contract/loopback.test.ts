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
import { enter, enterWith } from './wires.ts'

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

/** fetch writes Host by itself and tidies paths, so this asks as a hostile program does. */
function ask(path: string, headers: Record<string, string> = {}): Promise<number | undefined> {
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
  test('the address carries its pass behind #, where it is never sent', () => {
    expect(loopback.address()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[0-9a-f]{64}$/)
  })

  test('once an address is used, the next one is offered and works', async () => {
    const first = await enter(loopback)
    expect(offered).toEqual([loopback.address()])
    const second = await enter(loopback)
    expect(offered).toHaveLength(2)
    for (const socket of [first, second]) socket.terminate()
  })

  test('an address that was used lets nobody in', async () => {
    const { hash } = new URL(loopback.address())
    await enterWith(origin, hash.slice(1))
    await expect(enterWith(origin, hash.slice(1))).rejects.toThrow('not let in')
  })

  test('a window comes back with the pass that it derived, and no new address is offered for it', async () => {
    const { hash } = new URL(loopback.address())
    const { socket, pass } = await enterWith(origin, hash.slice(1))
    socket.terminate()
    await enterWith(origin, pass)
    expect(offered).toHaveLength(1)
  })

  test('no answer sets a cookie, and none is asked for', async () => {
    for (const path of ['/', '/assets/index-1.js', '/nowhere']) {
      expect((await get(path, { cookie: 'chot=1' })).headers.get('set-cookie')).toBeNull()
    }
  })

  test('another Host, as DNS rebinding brings it, is answered 421', async () => {
    for (const host of ['kiosk.example', `localhost:${loopback.port}`, '127.0.0.1', `127.0.0.1:${loopback.port + 1}`]) {
      expect(await ask('/', { host })).toBe(421)
    }
  })

  test('a target that names another host is answered 421, and one that names ours as if it did not', async () => {
    const others = [
      'http://kiosk.example/',
      `http://localhost:${loopback.port}/`,
      `https://127.0.0.1:${loopback.port}/`,
    ]
    for (const target of [...others, 'http://127.0.0.1/', '//kiosk.example/', 'file:///']) {
      expect({ target, status: await ask(target) }).toEqual({ target, status: 421 })
    }
    expect(await ask(`${origin}/`)).toBe(200)
    expect(await ask(`${origin}/nowhere`)).toBe(404)
  })

  test('another Origin is answered 403', async () => {
    expect(await ask('/', { origin: 'http://kiosk.example' })).toBe(403)
    expect(await ask('/', { origin: 'null' })).toBe(403)
    expect(await ask('/', { origin })).toBe(200)
  })

  test.each([
    ['/nowhere', {}, 404],
    ['/', { origin: 'http://kiosk.example' }, 403],
    ['/', { 'x-long': 'x'.repeat(9_000) }, 431],
  ])('what is refused (%s) says what to do in both languages', async (path, headers, status) => {
    const response = await get(path, headers)
    expect(response.status).toBe(status)
    const page = await response.text()
    expect(page).toContain('Hãy mở địa chỉ mới nhất')
    expect(page).toContain('Open the newest address')
  })
})

describe('the page', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/assets/index-1.js', 'text/javascript; charset=utf-8'],
    ['/assets/reader-1.wasm', 'application/wasm'],
  ])('%s is served as %s with every security header', async (path, type) => {
    const { status, headers } = await get(path)
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
    expect((await get('/?x=/../secret.json')).status).toBe(200)
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
    expect(await ask(path)).toBe(404)
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not answered', async (method) => {
    const response = await get('/', {}, method)
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
  })

  test('HEAD answers with the headers alone', async () => {
    const response = await get('/', {}, 'HEAD')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })

  test('a page that is built anew meanwhile is still served as it was', async () => {
    rmSync(join(folder, 'page', 'assets', 'index-1.js'))
    const response = await get('/assets/index-1.js')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('export {}')
  })

  test('what is no HTTP at all does not end the server', async () => {
    await new Promise((resolve) => {
      const stream = createConnection({ host: '127.0.0.1', port: loopback.port }, () => stream.end('\0\0\0\r\n\r\n'))
      stream.on('error', resolve).on('close', resolve).resume()
    })
    expect((await get('/')).status).toBe(200)
  })
})

describe('the WebSocket', () => {
  test('with another Origin, or none, it is a 403', async () => {
    expect(await upgrade({ origin: 'http://kiosk.example' })).toBe(403)
    expect(await upgrade({})).toBe(403)
  })

  test('with another Host it is a 421', async () => {
    expect(await upgrade({ origin, host: 'kiosk.example' })).toBe(421)
  })

  test('on another path it is a 404', async () => {
    expect(await upgrade({ origin }, '/other')).toBe(404)
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
