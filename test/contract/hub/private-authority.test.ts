/**
 * A hub whose certificate only an authority of the province's own vouches for: it is named once, and the way there and the way
 * back of keys go by it from then on.
 */
import { createHash, X509Certificate } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { invite } from '../../../hub/kiosks/enrol.ts'
import { hubServer } from '../../../hub/server.ts'
import { openApp } from '../../../main/app.ts'
import { openSecrets, previewTrust } from '../../../main/checkpoint/index.ts'
import { clock, hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { privateCertificate } from '../../fixtures/private-server.ts'
import { emptyPlace, realProfile, words } from '../../fixtures/real-profile.ts'
import { runCommand, type Ran } from '../../unit/main/command/run-command.ts'
import { start, testAuthority } from '../../unit/main/trust/repository/test-authority.ts'

const hub = hubForTests()
const patience = { timeout: 30_000 }

beforeEach(() => {
  clock.now = start
})

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'chot-private-authority-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

const chot = (profile: string, ...commandLine: string[]): Promise<Ran> =>
  runCommand([...commandLine, '--profile', profile, '--lang', 'en'], start)

/** A hub behind such a certificate that hands on what an authority published, and a stick with what a post is given of it. */
async function privateHub() {
  const authority = testAuthority()
  const { ca, ...tls } = privateCertificate()
  const door = { ground: hub.ground, chance: () => 0.5, log: () => undefined, trust: authority.stick, tls }
  const server = hubServer(door)
  onTestFinished(() => server.close())
  const { port } = new URL(await server.listen({ port: 0, host: 'localhost' }))
  const address = `https://localhost:${port}`
  const fingerprint = createHash('sha256').update(new X509Certificate(ca).raw).digest('hex')
  const invited = await invite(hub.ground, { name: words.name, mode: 'real', address, ca: fingerprint })
  const stick = folder()
  const [invitation, certificate] = [join(stick, 'thu-moi.json'), join(stick, 'tinh.pem')]
  writeFileSync(invitation, JSON.stringify(invited))
  writeFileSync(certificate, ca)
  const compared = ['--fingerprint', hub.ground.keys.fingerprint] as const
  return { authority, address, stick, invitation, certificate, compared }
}

/** A post that believes an authority by its root, as it came on a stick. */
async function post({ authority }: Awaited<ReturnType<typeof privateHub>>): Promise<string> {
  const { profile } = await realProfile({}, start)
  const root = join(authority.home.metadata, '1.root.json')
  expect(await chot(profile, 'trust', 'init', root)).toMatchObject({ status: 0 })
  return profile
}

describe.skipIf(noDatabase !== null)('a hub with an authority of the province’s own', () => {
  test('is not talked to before that is named', async () => {
    const there = await privateHub()
    const profile = await post(there)
    expect(await chot(profile, 'sync', 'enrol', ...there.compared, there.invitation)).toMatchObject({ status: 0 })
    expect(await chot(profile, 'sync', 'run')).toMatchObject({ status: 1 })
    expect(await chot(profile, 'trust', 'update', `${there.address}/v1/trust`)).toMatchObject({ status: 1 })
  })

  test('named when a post is enrolled takes its journal, and keys come from it without being named again', async () => {
    const there = await privateHub()
    const profile = await post(there)
    const named = ['--ca', there.certificate]
    expect(await chot(profile, 'sync', 'enrol', ...there.compared, ...named, there.invitation)).toMatchObject({
      status: 0,
    })
    rmSync(there.certificate)
    const ran = await chot(profile, 'sync', 'run', '--json')
    expect([ran.status, JSON.parse(ran.printed)]).toMatchObject([0, { waiting: 0 }])
    const updated = await chot(profile, 'trust', 'update', `${there.address}/v1/trust`)
    expect(updated).toMatchObject({ status: 0, printed: expect.stringContaining('was updated') })
  })

  test('named for keys first is known when the post is enrolled', async () => {
    const there = await privateHub()
    const profile = await post(there)
    const update = ['trust', 'update', `${there.address}/v1/trust`]
    expect(await chot(profile, ...update, '--ca', there.certificate)).toMatchObject({ status: 0 })
    rmSync(there.certificate)
    expect(await chot(profile, 'sync', 'enrol', ...there.compared, there.invitation)).toMatchObject({ status: 0 })
    expect(await chot(profile, 'sync', 'run')).toMatchObject({ status: 0 })
  })

  test('is known to the next laptop by the set-up of the first', async () => {
    const there = await privateHub()
    const first = await post(there)
    const update = ['trust', 'update', `${there.address}/v1/trust`]
    await chot(first, ...update, '--ca', there.certificate)
    const { printed } = await chot(first, 'set-up', 'export', there.stick)
    rmSync(there.certificate)
    const setUp = /Wrote (\S+\.json)/.exec(printed)?.[1] ?? ''
    const next = emptyPlace()
    const seen = await previewTrust({ from: there.authority.stick, serverAuthority: null }, 'real', () => start)
    const compared = ['--fingerprint', seen.ok ? seen.fingerprint : '']
    expect(await chot(next, 'set-up', '--from', setUp, ...compared)).toMatchObject({ status: 0 })
    expect(await chot(next, 'sync', 'enrol', ...there.compared, there.invitation)).toMatchObject({ status: 0 })
    expect(await chot(next, 'sync', 'run')).toMatchObject({ status: 0 })
  })

  test('found on the stick by an open kiosk takes its journal, and its keys come by the same trip', async () => {
    const there = await privateHub()
    const profile = await post(there)
    const secrets = openSecrets({ profile, passphrase: async () => null, missing: 'refuse', system: null })
    const settings = {
      read: () => ({ language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' }) as const,
      write: () => settings.read(),
    }
    const ports = { now: () => start, settings, secrets, log: () => undefined }
    const app = await openApp({ profile, version: '1.2.3', ports })
    onTestFinished(() => app.close())
    const { handlers } = app
    const invitation = { from: 'file', path: there.stick } as const
    const read = await handlers['sync.invited'](invitation)
    if (!read.ok) throw new Error(read.said.en)
    rmSync(there.certificate)
    expect(await handlers['sync.enrol']({ invitation, fingerprint: read.fingerprint })).toMatchObject({ ok: true })
    // It may have set out by itself already.
    await expect.poll(() => handlers['sync.run']({ folder: null }), patience).toMatchObject({ ran: true, why: null })
    await expect.poll(async () => (await handlers['trust.read']({})).publication, patience).not.toBeNull()
    expect(existsSync(join(profile, 'sync', 'hub-authority.pem'))).toBe(false)
  })
})
