/** The proxy of a checkpoint: everything that it asks of the network goes through it, from when it was set. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openApp } from '../../../../main/app.ts'
import { parseCheckpoint, proxyEnv } from '../../../../main/profile/index.ts'
import { isWebProxy } from '../../../../shared/domain/web-proxy.ts'
import type { Settings } from '../../../../shared/contract/schemas.ts'
import { secrets } from '../../../fixtures/secrets.ts'
import { start, testAuthority } from '../trust/repository/test-authority.ts'

const who = { kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', mode: 'real', zoneMinutes: 420 } as const
const words = { name: who.name, lane: who.lane, province: '', zoneMinutes: who.zoneMinutes }

/** A kiosk that believes an authority, and has fetched nothing of it yet. */
async function kiosk() {
  const profile = mkdtempSync(join(tmpdir(), 'chot-proxy-'))
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }))
  mkdirSync(join(profile, 'trust'))
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(who))
  const authority = testAuthority()
  authority.publish()
  copyFileSync(join(authority.home.metadata, '1.root.json'), join(profile, 'trust', 'root.json'))
  const settings: Settings = { language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' }
  const store = { read: () => settings, write: () => settings }
  const ports = { now: () => start, settings: store, secrets, log: () => undefined }
  const app = await openApp({ profile, version: '1', ports })
  onTestFinished(() => app.close())
  return app
}

/** A proxy that leads nowhere: it notes what it is asked for. */
async function proxy() {
  const asked: (string | undefined)[] = []
  const server = createServer()
  server.on('connect', (request, socket) => {
    asked.push(request.url)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const bound = server.address()
  return { address: `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`, asked }
}

describe('a checkpoint with a proxy', () => {
  test('reaches the hub and the authority through it, for the update and before anything is believed', async () => {
    const [app, { address, asked }] = [await kiosk(), await proxy()]
    await app.handlers['setUp.change']({ ...words, proxy: address })
    expect(await app.handlers['setUp.read']({})).toMatchObject({ checkpoint: { proxy: address } })
    const place = { from: 'https://trust.example/chot', serverAuthority: null }
    expect(await app.handlers['trust.update'](place)).toMatchObject({ outcome: 'refused' })
    expect(await app.handlers['setUp.preview']({ ...place, profile: 'open' })).toMatchObject({ ok: false })
    const text = `CHOT-ENROL:1 0123-4567-89AB-CDEF ${'ab'.repeat(32)} - https://hub.example`
    expect(await app.handlers['sync.invited']({ from: 'text', text })).toMatchObject({ ok: false })
    expect(new Set(asked)).toEqual(new Set(['trust.example:443', 'hub.example:443']))
    expect(asked.filter((each) => each === 'trust.example:443').length).toBeGreaterThan(1)
  })

  test('that is being made looks at the authority’s keys through it', async () => {
    const [app, { address, asked }] = [await kiosk(), await proxy()]
    const place = { from: 'https://trust.example/chot', serverAuthority: null, profile: 'new' } as const
    await app.handlers['setUp.preview']({ ...place, proxy: address })
    expect(asked).toContain('trust.example:443')
  })
})

describe('the address of a proxy', () => {
  test.each(['http://10.0.0.1:3128', 'https://proxy.tinh.example/', 'http://[fd00::1]:8080'])('is %s', (address) => {
    expect(isWebProxy(address)).toBe(true)
  })

  test.each(['10.0.0.1:3128', 'http://ten:matkhau@10.0.0.1:3128', 'socks5://10.0.0.1', 'http://10.0.0.1/x', 'http://'])(
    'is not %s',
    (address) => {
      expect(isWebProxy(address)).toBe(false)
      const file = Buffer.from(JSON.stringify({ ...who, proxy: address }))
      expect(parseCheckpoint(file)).toMatchObject({ members: [{ why: 'wrong', member: 'proxy' }] })
    },
  )
})

test('the checkpoint’s own goes before the computer’s, and for this computer there is none', () => {
  const env = { HTTPS_PROXY: 'http://10.0.0.9:3128', no_proxy: '.tinh.example' }
  expect(proxyEnv(undefined, env)).toBe(env)
  expect(proxyEnv('http://10.0.0.1:3128', env)).toEqual({
    HTTP_PROXY: 'http://10.0.0.1:3128',
    HTTPS_PROXY: 'http://10.0.0.1:3128',
    NO_PROXY: 'localhost,127.0.0.1,::1,.tinh.example',
  })
})
