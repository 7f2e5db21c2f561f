/** What comes to the hub's page from elsewhere: requests of another page, and paths outside of its files. */
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { readPageFiles } from '../../../main/shell/index.ts'
import { pagePaths } from '../../../shared/hub-api/page-paths.ts'
import { pageDoor, signedInAt, type HubBrowser } from '../../fixtures/hub-browser.ts'
import { hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'

const hub = hubForTests()

beforeEach(async () => {
  if (noDatabase === null) await hub.ground.pool.query('DELETE FROM sign_in_try')
})

const admin = async (others: Parameters<typeof pageDoor>[1] = {}): Promise<HubBrowser> =>
  signedInAt(hub.ground, (await pageDoor(hub.ground, others)).address, 'admin')

describe.skipIf(noDatabase !== null)('what another page sends', () => {
  const asked = (browser: HubBrowser, others: Record<string, string>) =>
    browser.ask('POST', pagePaths.invitations, { name: 'x', mode: 'real', by: 'stick' }, others)

  test.each([
    ['without the header', { 'x-chot-page': '' }],
    ['with another origin', { origin: 'https://evil.example' }],
    ['with an origin that begins alike', { origin: 'http://127.0.0.1.evil.example' }],
    ['with the origin of a sandbox', { origin: 'null' }],
  ])('with the cookie and %s does nothing', async (_what, others) => {
    const browser = await admin()
    expect(await asked(browser, others)).toMatchObject({ status: 403, said: { code: 'another-origin' } })
    expect((await asked(browser, {})).status).toBe(200)
  })

  test('is taken from where the hub was said to be, whatever a proxy calls it', async () => {
    const browser = await admin({ page: { files: null, address: 'https://hub.example', ca: null } })
    expect((await asked(browser, { origin: 'https://hub.example' })).status).toBe(200)
  })

  test.each([
    ['as a form', 'application/x-www-form-urlencoded', 'name=x&mode=real&by=stick'],
    ['as text', 'text/plain', '{"name":"x","mode":"real","by":"stick"}'],
    ['with half a sentence', 'application/json', '{"name":"x",'],
    ['with more than anybody says', 'application/json', `{"name":"${'x'.repeat(20_000)}"}`],
    ['with a prototype', 'application/json', '{"__proto__":{"by":"stick"},"name":"x","mode":"real"}'],
  ])('%s is not understood', async (_what, type, body) => {
    const browser = await admin()
    const answer = await fetch(`${browser.address}${pagePaths.invitations}`, {
      method: 'POST',
      body,
      headers: { 'content-type': type, 'x-chot-page': '1', origin: browser.address, cookie: browser.cookie },
    })
    expect([answer.status, await answer.json()]).toEqual([422, { code: 'not-understood' }])
  })
})

describe.skipIf(noDatabase !== null)('the files of the page', () => {
  function built(): ReturnType<typeof readPageFiles> {
    const folder = mkdtempSync(join(tmpdir(), 'chot-hub-page-'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html>')
    writeFileSync(join(folder, 'page.js'), 'void 0')
    writeFileSync(join(folder, 'page.js.map'), '{}')
    symlinkSync('/etc/passwd', join(folder, 'passwd.js'))
    return readPageFiles(folder)
  }

  test('are those that were built, under a policy that lets nothing else in', async () => {
    const { address } = await pageDoor(hub.ground, { page: { files: built(), address: null, ca: null } })
    const [index, script] = [await fetch(`${address}/?x=1`), await fetch(`${address}/page.js`)]
    expect([index.headers.get('content-type'), await index.text()]).toEqual([
      'text/html; charset=utf-8',
      '<!doctype html>',
    ])
    expect(index.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await script.text()).toBe('void 0')
    for (const path of ['/page.js.map', '/passwd.js', '/..%2fpackage.json', '/v1/page/nothing'])
      expect([path, (await fetch(`${address}${path}`)).status]).toEqual([path, 404])
  })

  test('are never looked for outside of the list, however the path is written', async () => {
    const { address } = await pageDoor(hub.ground, { page: { files: built(), address: null, ca: null } })
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    socket.write('GET /../../../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    const said: Buffer[] = []
    for await (const piece of socket) said.push(piece as Buffer)
    expect(Buffer.concat(said).toString()).toMatch(/^HTTP\/1\.1 404/)
  })

  test('are asked for in one sentence where they were not built', async () => {
    const { address } = await pageDoor(hub.ground)
    const answer = await fetch(address)
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run build')])
  })
})
