/** Commands on a profile that a running kiosk has open: both are processes of their own, as they are at a checkpoint. */
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { publicJwk } from '../../authority/signing-key.ts'
import { readEntries } from '../../main/journal/index.ts'
import { reachKiosk } from '../../main/profile-socket/index.ts'
import { ensureBuilt } from '../../main/setup/build.ts'
import { root } from '../../main/setup/node24.mjs'
import type { Client } from '../../shared/contract/contract.ts'
import { startKioskOrFail, type KioskProcess } from '../e2e/kiosk-process.ts'
import { asOtherUser, noOtherUser } from '../e2e/other-user.ts'
import { keyOf } from '../fixtures/certificates.ts'
import { journalKey, keepSecret } from '../fixtures/secrets.ts'
import { start, testAuthority } from '../unit/main/trust/repository/test-authority.ts'

beforeAll(() => ensureBuilt())

const jwk = publicJwk(keyOf('EdDSA'), { issuer: 'Sở Y tế', country: 'VN' })

interface Ran {
  status: number | null
  printed: string
  complained: string
}

/** Runs `chot` as a person does. */
function chot(profile: string, ...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const command = ['main/cli.ts', ...args, '--profile', profile, '--lang', 'en']
    const child = execFile(process.execPath, command, { cwd: root }, (_error, printed, complained) =>
      resolve({ status: child.exitCode, printed, complained }),
    )
  })
}

interface Post {
  profile: string
  /** The root as the authority hands it out. */
  root: string
  stick: string
  kiosk: KioskProcess
}

/** A real checkpoint that has its authority's root, with the kiosk running, and a stick with newer keys. */
async function post({ believing = true } = {}): Promise<Post> {
  const authority = testAuthority()
  authority.set('keys.json', { keys: [jwk] })
  authority.publish()
  const profile = mkdtempSync(join(tmpdir(), 'chot-running-'))
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }))
  const checkpoint = { kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', mode: 'real', zoneMinutes: 420 }
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(checkpoint))
  keepSecret(profile)
  mkdirSync(join(profile, 'trust'))
  const first = join(authority.home.metadata, '1.root.json')
  if (believing) copyFileSync(first, join(profile, 'trust', 'root.json'))
  return { profile, root: first, stick: authority.stick, kiosk: await started(profile) }
}

async function started(profile: string): Promise<KioskProcess> {
  const kiosk = await startKioskOrFail(profile, { now: start })
  onTestFinished(() => kiosk.kill())
  return kiosk
}

async function reached(profile: string): Promise<Client> {
  const client = await reachKiosk(profile)
  if (!client) throw new Error('the kiosk does not answer')
  onTestFinished(() => client.close())
  return client
}

const kinds = (profile: string): string[] =>
  [...readEntries(join(profile, 'journal'), journalKey)].map(({ entry }) => entry.kind)

describe('while the kiosk runs', () => {
  test('trust is updated by command, believed at once, recorded, and told to the screen', async () => {
    const { profile, stick } = await post()
    const screen = await reached(profile)
    const told: string[] = []
    screen.on('trust.changed', ({ publication }) => told.push(`publication ${publication?.version}`))
    screen.on('standing.changed', ({ trust }) => told.push(`${trust.keys} key`))
    expect((await screen.call('trust.read', {})).publication).toBeNull()

    const ran = await chot(profile, 'trust', 'update', stick)
    expect(ran).toEqual({
      status: 0,
      printed: expect.stringMatching(/^The trust store was updated: publication 2, of /),
      complained: '',
    })
    const state = await (await reached(profile)).call('trust.read', {})
    expect(state).toMatchObject({ publication: { version: 2 }, last: { from: stick, good: true } })
    expect(told).toEqual(['publication 2', '1 key'])
    expect(kinds(profile)).toContain('trust.updated')

    const shown = await chot(profile, 'trust', 'show')
    expect(shown.printed).toMatch(/\nChốt is open and believes publication 2\. The last update: The trust store was up/)

    const again = await chot(profile, 'trust', 'update', stick)
    expect(again).toMatchObject({ status: 0, printed: expect.stringContaining('already has the newest') })
  })

  test('a checkpoint that believes nobody yet is given its root, and updated, without being closed', async () => {
    const { profile, root: first, stick } = await post({ believing: false })
    const installed = await chot(profile, 'trust', 'init', first)
    expect(installed).toMatchObject({ status: 0, printed: expect.stringMatching(/^Installed root version 1/) })
    expect(await chot(profile, 'trust', 'update', stick)).toMatchObject({ status: 0 })
    expect(await (await reached(profile)).call('trust.read', {})).toMatchObject({ publication: { version: 2 } })
  })

  test('the journal is written out by command beside it, which the kiosk enters before anything is', async () => {
    const { profile } = await post()
    const screen = await reached(profile)
    const ran = await chot(profile, 'journal', 'export')
    expect(ran).toMatchObject({ status: 0, complained: '' })
    const lines = ran.printed.trimEnd().split('\n')
    const before = lines.length - 1
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ kind: 'access.exported', payload: { entries: before } })
    expect(kinds(profile)).toHaveLength(lines.length)
    // It goes on where it was.
    const { totals: confirmed } = await screen.call('shift.read', {})
    expect(await screen.call('shift.close', { confirmed })).toMatchObject({ recorded: true })
    expect(await chot(profile, 'journal', 'verify')).toMatchObject({ status: 0 })
  })

  test('a shift is exported by command through it, while its lane goes on, and the file is proven', async () => {
    const { profile } = await post()
    const screen = await reached(profile)
    const card = '024099001234||Nguyễn Văn An|26021999|Nam|Bắc Giang|01012021'
    await screen.call('scan.verify', { text: card, source: 'camera', obeyed: true })
    const decided = await screen.call('crossing.decide', { decision: 'refused', reason: { code: 'order', note: null } })
    expect(decided).toMatchObject({ recorded: true })
    const { totals: confirmed } = await screen.call('shift.read', {})
    expect(await screen.call('shift.close', { confirmed })).toMatchObject({ recorded: true })
    const file = join(profile, 'shift.xlsx')
    const ran = await chot(profile, 'export', '--shift', 'last', '--out', file)
    expect(ran).toEqual({
      status: 0,
      printed: expect.stringMatching(/^Wrote .*shift\.xlsx: 1 crossings, 1 people\. Its proof is .*shift\.xlsx\.chot\.json/),
      complained: '',
    })
    expect(kinds(profile).at(-1)).toBe('access.exported')
    expect(await chot(profile, 'export', 'verify', file)).toMatchObject({
      status: 0,
      printed: expect.stringMatching(/^UNCHANGED: .*\n.*\n.*\nThis profile’s journal has that very entry/),
    })
    // Written over nothing, and of no shift that there was not.
    expect(await chot(profile, 'export', '--shift', 'last', '--out', file)).toMatchObject({ status: 71 })
    expect(await chot(profile, 'export', '--shift', '999', '--out', `${file}.csv`)).toMatchObject({ status: 1 })
    expect(await screen.call('kiosk.read', {})).toMatchObject({ day: { crossings: { total: 1 } } })
  })

  test('what the command refuses is said in its language, and what is in use stays', async () => {
    const { profile } = await post()
    const ran = await chot(profile, 'trust', 'update', profile)
    expect(ran).toMatchObject({ status: 1, printed: '', complained: expect.stringContaining('no well-formed') })
    expect(kinds(profile)).toContain('trust.refused')
  })

  test('a second update is told that one runs, and the first can be stopped', async () => {
    const { profile } = await post()
    const silent = await silentServer()
    const screen = await reached(profile)
    const first = screen.call('trust.update', { from: silent.address, serverAuthority: null })
    await silent.asked
    expect(await chot(profile, 'trust', 'update', silent.address)).toMatchObject({
      status: 1,
      complained: expect.stringContaining('running already'),
    })
    expect(await screen.call('trust.stop', {})).toEqual({ stopped: true })
    expect(await first).toMatchObject({ outcome: 'stopped' })
  })

  test('a kiosk that is killed in the middle leaves a sentence, and a socket that the next one takes over', async () => {
    const { kiosk, profile, stick } = await post()
    const silent = await silentServer()
    const ran = chot(profile, 'trust', 'update', silent.address)
    await silent.asked
    await kiosk.kill()
    expect(await ran).toMatchObject({ status: 78, complained: expect.stringContaining('Open Chốt again, look') })
    expect(existsSync(join(profile, 'kiosk.sock'))).toBe(true)
    // Nobody is there any more: the command does it itself.
    expect(await chot(profile, 'trust', 'show')).toMatchObject({ status: 0 })

    await started(profile)
    expect(await chot(profile, 'trust', 'update', stick)).toMatchObject({ status: 0 })
  })

  test('nothing is left of the socket when it is closed', async () => {
    const { kiosk, profile } = await post()
    expect(existsSync(join(profile, 'kiosk.pass'))).toBe(true)
    await kiosk.stop()
    expect([existsSync(join(profile, 'kiosk.sock')), existsSync(join(profile, 'kiosk.pass'))]).toEqual([false, false])
  })

  test.skipIf(noOtherUser !== null)('another user of the laptop reaches neither socket nor pass', async () => {
    const { profile } = await post()
    // Even where the folder itself is open to everybody.
    chmodSync(profile, 0o755)
    const socket = join(profile, 'kiosk.sock')
    const other = await asOtherUser('reach', socket)
    expect(await other.ended).toBe(0)
    expect(other.got).toEqual([{ place: socket, refused: 'EACCES' }])
    const pass = join(profile, 'kiosk.pass')
    const reader = await asOtherUser('look', pass)
    expect(await reader.ended).toBe(0)
    expect(reader.got).toContainEqual({ file: pass, refused: 'EACCES' })
  })
})

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
