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

/** A shell without a window. */
const test = base.extend<{ door: KioskProcess }>({
  door: async ({ profile }, use) => {
    const kiosk = await startKioskOrFail(profile)
    await use(kiosk)
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

/** The address that is printed once the first has been used. */
async function nextAddress(kiosk: KioskProcess): Promise<string> {
  await expect.poll(() => kiosk.newestAddress()).not.toBe(kiosk.address)
  return kiosk.newestAddress()
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

test('the page is anybody’s, and it alone lets nobody in', async ({ door, launch }) => {
  const page = await (await launch()).newPage()
  await page.goto(`${door.origin}/`)
  await expect(page.getByTestId('link')).toContainText('chưa vào Chốt')
  await expect(page.getByTestId('link')).toContainText('Mở địa chỉ mới nhất')
  await page.close()
})

test('an address that has been used lets nobody in, and the page says so', async ({ door, launch }) => {
  const browser = await launch()
  const [first, second] = [await browser.newPage(), await browser.newPage()]
  await first.goto(door.address)
  await ready(first)
  await second.goto(door.address)
  await expect(second.getByTestId('link')).toContainText('đã được dùng một lần')
  await expect(first.getByTestId('link')).toBeHidden()
  for (const page of [first, second]) await page.close()
})

test('the pass leaves the address at once, a reload goes on, and no cookie is kept', async ({ page, kiosk }) => {
  expect(page.url()).toBe(`${kiosk.origin}/`)
  await page.reload()
  await ready(page)
  await expect(page.getByTestId('link')).toBeHidden()
  expect(await page.context().cookies()).toEqual([])
})

test('a second window takes over, and the first takes it back by a reload', async ({ page, kiosk }) => {
  const second = await page.context().newPage()
  await second.goto(await nextAddress(kiosk))
  await ready(second)
  await expect(page.getByTestId('link')).toContainText('đang mở ở cửa sổ khác')
  await page.reload()
  await ready(page)
  await expect(second.getByTestId('link')).toContainText('đang mở ở cửa sổ khác')
})

test('a new address that is opened in the same tab enters by it', async ({ page, kiosk }) => {
  await page.goto(await nextAddress(kiosk))
  await ready(page)
  await expect.poll(() => kiosk.output().match(/for another window/g)?.length).toBe(2)
  await expect(page.getByTestId('link')).toBeHidden()
})

test('a foreign Host is turned away', async ({ door: { origin } }) => {
  expect(await status(origin, '/', { host: 'kiosk.example' })).toBe(421)
  expect(await askForSocket(origin, { origin, host: 'kiosk.example' })).toBe(421)
})

test('a foreign Origin is turned away', async ({ door: { origin } }) => {
  expect(await status(origin, '/', { origin: 'https://kiosk.example' })).toBe(403)
  expect(await askForSocket(origin, { origin: 'https://kiosk.example' })).toBe(403)
})

for (const path of [
  '/../package.json',
  '/assets/../../../package.json',
  '/%2e%2e/%2e%2e/package.json',
  '/..%2f..%2fpackage.json',
  '/..\\..\\package.json',
]) {
  test(`the path ${path} leads nowhere`, async ({ door: { origin } }) => {
    expect(await status(origin, path)).toBe(404)
  })
}

test('a path that reads as another host is none of ours', async ({ door: { origin } }) => {
  expect(await status(origin, '//etc/passwd')).toBe(421)
})

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
      '--lang',
      'en',
    ])
    expect(chain.stdout).toContain('intact: 4 entries')
  } finally {
    await again.stop()
  }
})
