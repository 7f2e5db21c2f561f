/** What only the browser shell can get wrong: who is let in, and what becomes of a process that is killed. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { WebSocket } from 'ws'
import { test as base, expect } from './fixtures.ts'
import { recordedScans } from './journal-file.ts'
import { startKiosk, startKioskOrFail, type KioskProcess } from './kiosk-process.ts'
import { dayTotal, seesPicture, shows, travellers } from './screen.ts'
import { ready } from './shells.ts'

/** A shell without a window, and the cookie that a window would hold. */
interface Door extends KioskProcess {
  cookie: string
}

const test = base.extend<{ door: Door }>({
  door: async ({ profile }, use) => {
    const kiosk = await startKioskOrFail(profile)
    const { headers } = await ask(kiosk.origin, kiosk.address.slice(kiosk.origin.length))
    const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    await use({ ...kiosk, cookie })
    await kiosk.stop()
  },
})

/** Asks without a browser's manners: path and headers go out as they are given. */
function ask(origin: string, path: string, headers: OutgoingHttpHeaders = {}): Promise<IncomingMessage> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers }, (answer) => {
      answer.resume()
      resolve(answer)
    })
    asked.once('error', reject)
    asked.end()
  })
}

const status = async (...asked: Parameters<typeof ask>): Promise<number | undefined> => (await ask(...asked)).statusCode

/** The status with which a WebSocket is turned away, or `open`. */
function askForSocket(origin: string, headers: Record<string, string>): Promise<number | 'open'> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers })
  return new Promise((resolve, reject) => {
    socket.once('open', () => {
      socket.close()
      resolve('open')
    })
    socket.once('unexpected-response', (_request, { statusCode = 0 }) => resolve(statusCode))
    socket.once('error', reject)
  })
}

test('the cookie opens the page and the socket', async ({ door: { origin, cookie } }) => {
  expect(await status(origin, '/', { cookie })).toBe(200)
  expect(await askForSocket(origin, { cookie, origin })).toBe('open')
})

test('without the cookie neither the page nor the socket opens', async ({ door: { origin } }) => {
  expect(await status(origin, '/')).toBe(401)
  expect(await askForSocket(origin, { origin })).toBe(401)
})

test('an address that has been used opens nothing', async ({ door: { origin, address } }) => {
  expect(await status(origin, address.slice(origin.length))).toBe(403)
})

test('a foreign Host is turned away, cookie or not', async ({ door: { origin, cookie } }) => {
  expect(await status(origin, '/', { cookie, host: 'kiosk.example' })).toBe(421)
  expect(await askForSocket(origin, { cookie, origin, host: 'kiosk.example' })).toBe(421)
})

test('a foreign Origin is turned away, cookie or not', async ({ door: { origin, cookie } }) => {
  expect(await status(origin, '/', { cookie, origin: 'https://kiosk.example' })).toBe(403)
  expect(await askForSocket(origin, { cookie, origin: 'https://kiosk.example' })).toBe(403)
})

for (const path of [
  '/../package.json',
  '/assets/../../../package.json',
  '/%2e%2e/%2e%2e/package.json',
  '/..%2f..%2fpackage.json',
  '/..\\..\\package.json',
  '//etc/passwd',
]) {
  test(`the path ${path} leads nowhere`, async ({ door: { origin, cookie } }) => {
    expect(await status(origin, path, { cookie })).toBe(404)
  })
}

test('a second process on the same profile is refused with a sentence', async ({ door, profile }) => {
  const second = await startKiosk(profile)
  expect(door.origin).toContain('127.0.0.1')
  expect(second).toMatchObject({ status: 1, output: expect.stringContaining(profile) })
  expect(second).not.toHaveProperty('address')
})

test('after a power cut the scans are still counted and the chain holds', async ({ page, kiosk, camera, profile }) => {
  await seesPicture(page)
  await camera.show('valid')
  await shows(page, 'valid')
  camera.clear()
  await kiosk.kill()
  const again = await startKioskOrFail(profile)
  try {
    await page.goto(again.address)
    await ready(page)
    await expect(dayTotal(page)).toHaveText('1')
    await expect(travellers(page)).toHaveCount(1)
    expect(recordedScans(profile)).toHaveLength(1)
    const chain = await promisify(execFile)(process.execPath, [
      'main/cli.ts',
      'journal',
      'verify',
      '--profile',
      profile,
    ])
    expect(chain.stdout).toContain('intact: 1 entries')
  } finally {
    await again.stop()
  }
})
