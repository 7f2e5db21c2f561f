/** The browser shell held against another user of the same laptop: his processes, ports, cookies and tabs. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { WebSocket } from 'ws'
import { root } from '../../main/setup/node24.mjs'
import { freePort } from './browser.ts'
import { test, expect } from './fixtures.ts'
import { recordedScans } from './journal-file.ts'
import { startKioskOrFail } from './kiosk-process.ts'
import { asOtherUser, noOtherUser } from './other-user.ts'
import { seesPicture, shows } from './screen.ts'
import { openInBrowser, ready } from './shells.ts'

test.beforeEach(() => {
  test.skip(noOtherUser !== null, noOtherUser ?? '')
})

const portOf = (origin: string): string => new URL(origin).port

test('the process list and the files of a window tell another user nothing', async ({ profile, launch }) => {
  const scratch = mkdtempSync(join(tmpdir(), 'chot-browser-'))
  const browser = join(scratch, 'browser')
  writeFileSync(
    browser,
    '#!/bin/sh\nenv > "$0.env"; for one in "$@"; do echo "$one"; done > "$0.args"; while :; do sleep 1; done\n',
    {
      mode: 0o755,
    },
  )
  const passphrase = 'một mật khẩu không ai được thấy'
  const shell = spawn(process.execPath, ['main/setup/start.ts', '--shell', 'browser', '--profile', profile], {
    cwd: root,
    env: { ...process.env, CHOT_BROWSER: browser, CHOT_PASSPHRASE: passphrase, DISPLAY: ':none' },
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => shell.once('exit', resolve))
  try {
    await expect
      .poll(() => (existsSync(`${browser}.args`) ? readFileSync(`${browser}.args`, 'utf8') : ''))
      .toContain('--app=')
    const args = readFileSync(`${browser}.args`, 'utf8')
    const entrance = fileURLToPath(/--app=(file:.*)/.exec(args)?.[1] ?? '')
    const other = await asOtherUser('look', entrance, `/proc/${shell.pid ?? 0}/environ`, join(profile, 'secret.json'))
    expect(await other.ended).toBe(0)
    // Of this kiosk alone: the machine runs other programs too.
    const seen = other.got.map((one) => JSON.stringify(one)).filter((one) => one.includes(profile))
    expect(seen.filter((one) => one.includes('--app=file:'))).toHaveLength(1)
    expect(seen.filter((one) => /[0-9a-f]{64}/.test(one) || one.includes(passphrase))).toEqual([])
    const refused = other.got.filter((one) => JSON.stringify(one).includes('EACCES'))
    expect(refused).toHaveLength(3)
    expect(readFileSync(`${browser}.env`, 'utf8')).not.toContain('PASSPHRASE')

    // Its owner is let in by the file, and then it is gone.
    const page = await (await launch()).newPage()
    await page.goto(pathToFileURL(entrance).href)
    await ready(page)
    await expect.poll(() => existsSync(entrance)).toBe(false)
    await page.close()
  } finally {
    shell.kill('SIGTERM')
    await ended
    rmSync(scratch, { recursive: true })
  }
  expect(readdirSync(join(profile, 'browser'))).toEqual([])
})

test('who takes the port of a kiosk that ended gets nothing that opens the next one', async ({
  page,
  kiosk,
  profile,
}) => {
  await kiosk.stop()
  const squatter = await asOtherUser('squat', portOf(kiosk.origin))
  await expect(page.getByTestId('link')).toContainText('KHÔNG PHẢI CHỐT của cửa sổ này')
  await expect(page.getByTestId('link')).toContainText('mở lại Chốt')
  const got = JSON.stringify(squatter.got)
  expect(got).not.toContain('cookie')
  const said = squatter.got.flatMap((one) => (isMessage(one) ? [one.message] : []))
  expect(said).toHaveLength(1)
  expect(JSON.parse(said[0] ?? '')).toEqual({ name: expect.any(String), nonce: expect.any(String) })

  // The tab that is loaded anew from him shows his page, and what the tab kept is worth nothing to the next run.
  await page.reload()
  const kept = await page.evaluate(() => sessionStorage.getItem('chot-pass'))
  expect(kept).toBeNull()
  const again = await startKioskOrFail(profile)
  expect(again.origin).not.toBe(kiosk.origin)
  expect(await codeAfter(again.origin, said[0] ?? '')).toBe(4003)
  await squatter.stop()
  await again.stop()
})

test('who passes a window’s words on to the kiosk’s new port is found out', async ({ page, kiosk, profile }) => {
  await kiosk.stop()
  const again = await startKioskOrFail(profile)
  const relay = await asOtherUser('relay', portOf(kiosk.origin), portOf(again.origin))
  await expect(page.getByTestId('link')).toContainText('KHÔNG PHẢI CHỐT của cửa sổ này')
  expect(relay.got.length).toBeGreaterThan(0)
  await relay.stop()
  await again.stop()
})

test('a visit to another user’s port hands him nothing', async ({ page }) => {
  const port = String(await freePort())
  const squatter = await asOtherUser('squat', port)
  const visit = await page.context().newPage()
  await visit.goto(`http://127.0.0.1:${port}/`)
  await expect.poll(() => squatter.got.length).toBeGreaterThan(0)
  expect(JSON.stringify(squatter.got)).not.toMatch(/cookie|authorization/i)
  await visit.close()
  await squatter.stop()
})

test('cookies of another user’s port are told to go, in a sentence, and the window goes on', async ({ page }) => {
  const port = String(await freePort())
  const squatter = await asOtherUser('squat', port)
  const visit = await page.context().newPage()
  await visit.goto(`http://127.0.0.1:${port}/cookies`)
  await visit.close()
  await page.reload()
  await expect(page.locator('body')).toContainText('Hãy tải lại trang')
  await page.reload()
  await ready(page)
  await expect(page.getByTestId('link')).toBeHidden()
  await squatter.stop()
})

test('half-sent requests keep neither the page from the officer nor the journal from the disk', async ({
  profile,
  launch,
  camera,
}, testInfo) => {
  camera.clear()
  const opened = await openInBrowser(await launch(), profile, { width: 1366, height: 768, descriptors: 200 })
  const { page, process: kiosk } = opened
  const flood = await asOtherUser('flood', portOf(kiosk?.origin ?? ''), '220')
  try {
    await page.reload()
    await ready(page)
    await seesPicture(page)
    await camera.show('valid')
    await shows(page, 'valid')
    expect(recordedScans(profile)).toHaveLength(1)
  } finally {
    await testInfo.attach('what the program wrote', { body: kiosk?.output() ?? '' })
    await flood.stop()
    await opened.close()
  }
  // Signed when it is closed.
  expect(
    readFileSync(join(profile, 'journal', 'heads.jsonl'), 'utf8')
      .trim()
      .split('\n'),
  ).toHaveLength(1)
})

const isMessage = (one: unknown): one is { message: string } =>
  typeof one === 'object' && one !== null && 'message' in one && typeof one.message === 'string'

/** The code that a socket is closed with after it has said this. */
function codeAfter(origin: string, message: string): Promise<number> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers: { origin } })
  return new Promise((resolve, reject) => {
    socket.once('open', () => socket.send(message))
    socket.once('close', resolve)
    socket.once('error', reject)
  })
}
