/** What the screen is told of trust, and how an update from it goes, in a kiosk without a shell. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { publicJwk } from '../../../../authority/signing-key.ts'
import { openApp, type App } from '../../../../main/app.ts'
import { readEntries } from '../../../../main/journal/index.ts'
import type { Settings } from '../../../../shared/contract/schemas.ts'
import { codeOf, keyOf } from '../../../fixtures/certificates.ts'
import { journalKey, secrets } from '../../../fixtures/secrets.ts'
import { day, start, testAuthority, type TestAuthority } from './repository/test-authority.ts'

const jwk = publicJwk(keyOf('EdDSA'), { issuer: 'Sở Y tế', country: 'VN' })

interface Kiosk {
  app: App
  profile: string
  clock: { now: number }
  heard: string[]
}

async function kiosk(
  trust: Readonly<Record<string, string>>,
  before = (_profile: string): void => undefined,
): Promise<Kiosk> {
  const profile = mkdtempSync(join(tmpdir(), 'chot-trust-room-'))
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }))
  mkdirSync(join(profile, 'trust'))
  const about = { kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', mode: 'real', zoneMinutes: 420 }
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(about))
  for (const [name, from] of Object.entries(trust)) copyFileSync(from, join(profile, 'trust', name))
  before(profile)
  const clock = { now: start }
  const settings: Settings = { language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' }
  const store = { read: () => settings, write: () => settings }
  const app = await openApp({
    profile,
    version: '1',
    ports: { now: () => clock.now, settings: store, secrets, log: () => undefined },
  })
  onTestFinished(() => app.close())
  const heard: string[] = []
  app.subscribe((event) => void heard.push(event))
  return { app, profile, clock, heard }
}

/** An authority that has published a key, and a kiosk that has its root alone. */
async function withRoot(): Promise<Kiosk & { authority: TestAuthority }> {
  const authority = testAuthority()
  authority.set('keys.json', { keys: [jwk] })
  authority.publish()
  return { ...(await kiosk({ 'root.json': join(authority.home.metadata, '1.root.json') })), authority }
}

const kinds = (profile: string): string[] =>
  [...readEntries(join(profile, 'journal'), journalKey)].map(({ entry }) => entry.kind)

const update = ({ app }: Kiosk, from: string) => app.handlers['trust.update']({ from, serverAuthority: null })

/** A server that takes requests and never answers. */
async function silentServer(): Promise<{ address: string; asked: Promise<unknown> }> {
  const server = createServer(() => undefined).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const bound = server.address()
  const port = typeof bound === 'object' ? bound?.port : 0
  return { address: `http://127.0.0.1:${port}/`, asked: once(server, 'request') }
}

/** The codes of all findings about a certificate that is scanned. */
async function findingsIn({ handlers }: App): Promise<string[]> {
  const answer = await handlers['scan.verify']({ text: codeOf(), source: 'camera', obeyed: true })
  return answer.kind === 'verdict' ? answer.verdict.findings.map(({ code }) => code) : []
}

describe('what is believed', () => {
  test('is told with its root, which is compared by voice', async () => {
    const { app } = await withRoot()
    const state = await app.handlers['trust.read']({})
    expect(state).toMatchObject({ root: { version: 1 }, publication: null, lists: [], damage: [], last: null })
    expect(state.root?.fingerprint).toMatch(/^(?:[0-9a-f]{4} ){15}[0-9a-f]{4}$/)
  })

  test('is told list by list: how old each is, how much is in it, and what to do', async () => {
    const post = await withRoot()
    await update(post, post.authority.stick)
    const lists = async () => (await post.app.handlers['trust.read']({})).lists
    expect(await lists()).toEqual([{ artefact: 'keys', freshness: 'fresh', hours: 0, entries: 1, toDo: null }])
    post.clock.now = start + 3 * day
    expect(await lists()).toMatchObject([
      { freshness: 'ageing', hours: 72, toDo: { vi: expect.stringMatching(/^Sắp cũ: cập nhật/) } },
    ])
    post.clock.now = start + 400 * day
    expect(await lists()).toMatchObject([
      { freshness: 'unusable', toDo: { en: expect.stringContaining('have IT bring a stick') } },
    ])
  })

  test('has neither root nor publication where keys are copied by hand, and then nothing to update', async () => {
    const keys = join(mkdtempSync(join(tmpdir(), 'chot-keys-')), 'keys.json')
    writeFileSync(keys, JSON.stringify({ keys: [jwk] }))
    const post = await kiosk({ 'keys.json': keys })
    expect(await post.app.handlers['trust.read']({})).toMatchObject({
      root: null,
      publication: null,
      lists: [{ entries: 1 }],
    })
    expect(await update(post, '/media')).toMatchObject({
      outcome: 'refused',
      said: { en: expect.stringContaining('copied by hand') },
    })
  })

  test('tells damage in both languages, until an update has put it right', async () => {
    const { authority } = await withRoot()
    const post = await kiosk({ 'root.json': join(authority.home.metadata, '1.root.json') }, (profile) => {
      mkdirSync(join(profile, 'trust', 'store'))
      writeFileSync(join(profile, 'trust', 'store', 'current.json'), '{')
    })
    const damage = async () => (await post.app.handlers['trust.read']({})).damage
    expect(await damage()).toEqual([
      { vi: expect.stringContaining('current.json'), en: expect.stringContaining('current.json') },
    ])
    await update(post, authority.stick)
    expect(await damage()).toEqual([])
    expect((await post.app.handlers['kiosk.read']({})).standing.trust.damaged).toBe(false)
  })
})

describe('a root', () => {
  const rootOf = ({ home }: TestAuthority): string =>
    readFileSync(join(home.metadata, '1.root.json')).toString('base64')

  test('is installed while the kiosk runs where nobody is believed yet, and then there is something to update', async () => {
    const { authority } = await withRoot()
    const post = await kiosk({})
    expect(await update(post, authority.stick)).toMatchObject({
      outcome: 'refused',
      said: { en: expect.stringContaining('believes nobody yet') },
    })
    const { installed, said } = await post.app.handlers['trust.install']({ root: rootOf(authority) })
    expect([installed, said.en]).toEqual([
      true,
      expect.stringMatching(/^Installed root version 1.*\nSHA-256 fingerprint/),
    ])
    expect(post.heard).toContain('trust.changed')
    expect(await post.app.handlers['trust.read']({})).toMatchObject({ root: { version: 1 }, publication: null })
    expect(await update(post, authority.stick)).toMatchObject({ outcome: 'updated' })
    expect(kinds(post.profile).filter((kind) => kind === 'trust.believed')).toHaveLength(2)
  })

  test('is never installed over another, nor what is none', async () => {
    const { app } = await withRoot()
    const { said, installed } = await app.handlers['trust.install']({ root: rootOf(testAuthority()) })
    expect([installed, said.vi]).toEqual([false, expect.stringContaining('đã có khóa gốc')])
    const empty = await kiosk({})
    const none = await empty.app.handlers['trust.install']({ root: 'e30=' })
    expect(none).toMatchObject({ installed: false, said: { en: expect.stringContaining('is no root') } })
    expect(await empty.app.handlers['trust.read']({})).toMatchObject({ root: null })
  })
})

describe('an update', () => {
  test('is told as it goes, believed by the next scan, recorded, and remembered', async () => {
    const post = await withRoot()
    const { app, heard, profile } = post
    const codes = () => findingsIn(app)
    expect(await codes()).toContain('key-unknown')
    expect(await update(post, post.authority.stick)).toEqual({
      outcome: 'updated',
      said: { vi: expect.stringMatching(/^Đã cập nhật .* 2, lúc /), en: expect.stringMatching(/publication 2, of /) },
    })
    expect(heard).toContain('trust.progress')
    expect(heard.lastIndexOf('standing.changed')).toBeGreaterThan(heard.indexOf('trust.changed'))
    expect(await codes()).toContain('key-trusted')
    expect(kinds(profile)).toContain('trust.updated')
    expect(await app.handlers['trust.read']({})).toMatchObject({
      publication: { version: 2, publishedAt: start },
      last: { from: post.authority.stick, at: start, good: true },
    })
    expect(await update(post, post.authority.stick)).toMatchObject({ outcome: 'current' })
  })

  test('that is refused leaves what is believed, and says why in both languages', async () => {
    const post = await withRoot()
    await update(post, post.authority.stick)
    const broken = post.authority.copyOfStick('broken')
    writeFileSync(join(broken, 'metadata', 'timestamp.json'), '{')
    expect(await update(post, broken)).toEqual({
      outcome: 'refused',
      said: { vi: expect.stringContaining('chép chưa đủ'), en: expect.stringContaining('not copied in full') },
    })
    expect(await post.app.handlers['trust.read']({})).toMatchObject({
      publication: { version: 2 },
      last: { good: false },
    })
  })

  test('that is properly signed and of no use is refused by its reason, in both languages', async () => {
    const post = await withRoot()
    post.authority.set('keys.json', { mode: 'practice', keys: [jwk] })
    post.authority.publish()
    const { outcome, said } = await update(post, post.authority.stick)
    expect(outcome).toBe('refused')
    expect(said.en).toMatch(/keys\.json cannot be used: this profile is a real checkpoint/)
    expect(said.vi).toMatch(/keys\.json không dùng được: hồ sơ này là chốt thật/)
  })

  test('runs one at a time while scans are judged, and can be stopped', async () => {
    const post = await withRoot()
    const server = await silentServer()
    expect(await post.app.handlers['trust.stop']({})).toEqual({ stopped: false })
    const first = update(post, server.address)
    await server.asked
    expect(await update(post, post.authority.stick)).toMatchObject({ outcome: 'busy' })
    const scan = await post.app.handlers['scan.verify']({ text: codeOf(), source: 'camera', obeyed: true })
    expect(scan).toMatchObject({ kind: 'verdict' })
    expect(await post.app.handlers['trust.stop']({})).toEqual({ stopped: true })
    expect(await first).toMatchObject({ outcome: 'stopped', said: { vi: expect.stringContaining('Đã dừng') } })
    expect(await update(post, post.authority.stick)).toMatchObject({ outcome: 'updated' })
  })

  test('is given up where the kiosk is closed, and nothing is asked of what is closed with it', async () => {
    const post = await withRoot()
    const server = await silentServer()
    const running = update(post, server.address)
    await server.asked
    post.app.close()
    expect(await running).toMatchObject({ outcome: 'stopped' })
  })

  test.each([
    ['ftp://trust.example/', null, 'has to begin with "https://"'],
    ['https://trust.example/', '/nowhere.pem', '/nowhere.pem cannot be read'],
  ])('from %s with %s says what is wrong with it', async (from, serverAuthority, said) => {
    const { app } = await withRoot()
    expect(await app.handlers['trust.update']({ from, serverAuthority })).toMatchObject({
      outcome: 'refused',
      said: { en: expect.stringContaining(said) },
    })
  })
})
