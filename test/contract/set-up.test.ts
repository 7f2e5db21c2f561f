/**
 * From an empty folder to a first verdict, with the trust of an authority that its own command made: by command, each in a
 * process of its own, and by the handlers that a practice kiosk gives its screen. And the same laptop's profile moved.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openApp, type App } from '../../main/app.ts'
import { beginProfile, finishProfile, openSecrets } from '../../main/checkpoint/index.ts'
import { reachKiosk } from '../../main/profile-socket/index.ts'
import { readCheckpoint } from '../../main/profile/index.ts'
import { ensureBuilt } from '../../main/setup/build.ts'
import { root } from '../../main/setup/node24.mjs'
import type { Settings } from '../../shared/contract/schemas.ts'
import { startKioskOrFail } from '../e2e/kiosk-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'chot-set-up-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const inFolder = (name: string): string => join(folder, name)
const stick = inFolder('stick')
const hereZone = -new Date().getTimezoneOffset()
const who = ['--name', 'Cầu Như Nguyệt', '--lane', '2', '--province', 'Bắc Ninh', '--zone', '+07:00']

interface Ran {
  status: number | null
  printed: string
  complained: string
}

function run(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, XDG_STATE_HOME: inFolder('state'), CHOT_LANG: 'en', ...env } }
    const child = execFile(process.execPath, [program, ...args], options, (_error, printed, complained) =>
      resolve({ status: child.exitCode, printed, complained }),
    )
  })
}

const chot = (args: readonly string[], env?: Record<string, string>): Promise<Ran> => run('main/cli.ts', args, env)

async function authority(...args: string[]): Promise<string> {
  const env = { CHOT_AUTHORITY_PASSPHRASE: 'mật khẩu của cơ quan' }
  const ran = await run('authority/cli.ts', [...args, '--authority', inFolder('authority')], env)
  if (ran.status !== 0) throw new Error(`${args.join(' ')}: ${ran.complained}`)
  return ran.printed
}

let fingerprint = ''

/** Signs a result of an hour ago, and publishes the key that signed it to a stick. */
beforeAll(async () => {
  await ensureBuilt()
  await authority('init')
  await authority('key', 'add', 'issuer', '--name', 'Sở Y tế tỉnh Bắc Ninh', '--country', 'VN')
  await authority('publish', stick)
  fingerprint = /SHA-256: ([0-9a-f]{64})/.exec(await authority('fingerprint'))?.[1] ?? ''
  const result = {
    name: 'Nguyễn Văn An',
    birthDate: '1999-02-26',
    sampledAt: new Date(Date.now() - 3_600_000).toISOString(),
    method: 'PCR',
    result: 'negative',
  }
  writeFileSync(inFolder('results.json'), JSON.stringify([result]))
  await authority('issue', inFolder('results.json'), '--out', inFolder('codes'), '--centre', 'CDC Bắc Ninh')
}, 120_000)

const picture = (): string => {
  const [name = ''] = readdirSync(inFolder('codes')).filter((each) => each.endsWith('.png'))
  return join(inFolder('codes'), name)
}

describe('by command', () => {
  const place = inFolder('by-command')
  let code = ''

  test('a checkpoint is set up by script, and its first code is valid', async () => {
    const trust = ['--trust', stick, '--fingerprint', fingerprint]
    const made = await chot(['set-up', '--profile', place, ...who, ...trust])
    expect(made).toMatchObject({ status: 0, complained: expect.stringContaining('was made in') })
    code = made.printed.trim()
    expect(await chot(['verify', picture(), '--profile', place])).toMatchObject({ status: 0 })
  }, 60_000)

  test('its doctor finds nothing bad on a machine of its zone', async () => {
    const { printed, status } = await chot(['doctor', '--json', '--profile', place], { TZ: 'Asia/Ho_Chi_Minh' })
    const bad = (JSON.parse(printed) as { state: string }[]).filter(({ state }) => state === 'bad')
    expect([status, bad]).toEqual([0, []])
  }, 60_000)

  test('its secret is lost and recovered, and its journal goes on', async () => {
    rmSync(join(place, 'secret.json'))
    expect(await chot(['journal', 'tail', '--profile', place])).toMatchObject({
      status: 78,
      complained: expect.stringContaining('chot secret recover'),
    })
    const recovered = await chot(['secret', 'recover', '--profile', place], { CHOT_RECOVERY_CODE: code })
    expect(recovered.status).toBe(0)
    code = recovered.printed.trim()
    expect(await chot(['journal', 'verify', '--profile', place])).toMatchObject({ status: 0 })
  }, 60_000)

  test('its passphrase is changed, and what needs the old one says so', async () => {
    const change = ['secret', 'change', '--passphrase', '--profile', place]
    expect(await chot(change, { CHOT_NEW_PASSPHRASE: 'một câu dài' })).toMatchObject({ status: 0 })
    expect(
      await chot(change, { CHOT_PASSPHRASE: 'một câu dài', CHOT_NEW_PASSPHRASE: 'câu dài thứ hai' }),
    ).toMatchObject({ status: 0 })
    const tail = ['journal', 'tail', '--profile', place]
    expect(await chot(tail, { CHOT_PASSPHRASE: 'một câu dài' })).toMatchObject({ status: 78 })
    expect(await chot(tail, { CHOT_PASSPHRASE: 'câu dài thứ hai' })).toMatchObject({ status: 0 })
  }, 60_000)

  test('it moves to another laptop: the same kiosk, journal and trust, under the same passphrase', async () => {
    const [file, moved] = [inFolder('moved.backup'), inFolder('moved')]
    const env = { CHOT_PASSPHRASE: 'câu dài thứ hai', CHOT_RECOVERY_CODE: code }
    expect(await chot(['backup', file, '--profile', place], env)).toMatchObject({ status: 0 })
    expect(await chot(['restore', file, '--profile', moved], env)).toMatchObject({ status: 0 })
    expect(readCheckpoint(moved)).toEqual(readCheckpoint(place))
    expect(await chot(['verify', picture(), '--profile', moved])).toMatchObject({ status: 0 })
    expect(await chot(['journal', 'verify', '--profile', moved], env)).toMatchObject({ status: 0 })
  }, 60_000)
})

describe('while its kiosk runs', () => {
  test('commands change, look at and back up what it has open, and it shows the change at once', async () => {
    const profile = inFolder('running')
    await chot(['set-up', '--profile', profile, ...who, '--trust', stick, '--fingerprint', fingerprint])
    const kiosk = await startKioskOrFail(profile, {})
    onTestFinished(() => kiosk.kill())
    expect(await chot(['checkpoint', 'set', '--lane', '9', '--profile', profile])).toMatchObject({ status: 0 })
    const client = await reachKiosk(profile)
    expect(await client?.call('kiosk.read', {})).toMatchObject({ checkpoint: { lane: '9' } })
    client?.close()
    const renewed = await chot(['secret', 'code', '--profile', profile])
    expect(renewed).toMatchObject({ status: 0, printed: expect.stringMatching(/^[0-9A-Z-]{33}\n$/) })
    const change = await chot(['secret', 'change', '--passphrase', '--profile', profile], {
      CHOT_NEW_PASSPHRASE: 'một câu dài',
    })
    expect(change).toMatchObject({ status: 0 })
    const doctor = await chot(['doctor', '--json', '--profile', profile])
    expect((JSON.parse(doctor.printed) as { what: string }[]).map(({ what }) => what)).toContain('journal')
    const env = { CHOT_PASSPHRASE: 'một câu dài', CHOT_RECOVERY_CODE: renewed.printed.trim() }
    const file = inFolder('running.backup')
    expect(await chot(['backup', file, '--profile', profile], env)).toMatchObject({ status: 0 })
    expect(await chot(['restore', file, '--profile', inFolder('restored')], env)).toMatchObject({ status: 0 })
    const entries = await chot(['journal', 'tail', '-n', '30', '--profile', inFolder('restored')], env)
    expect(entries.printed).toContain('Secret kept in another way')
    expect(entries.printed).toContain('Goes on from a copy')
  }, 120_000)
})

describe('by the handlers of a practice kiosk', () => {
  const place = inFolder('by-handlers')
  let kiosk: App

  const stored: Settings = { language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' }
  const settings = { read: () => stored, write: (change: Partial<Settings>) => Object.assign(stored, change) }

  function open(profile: string): Promise<App> {
    const secrets = openSecrets({ profile, passphrase: async () => null, missing: { makeWith: null }, system: null })
    const setUp = { system: null, realPlace: place }
    return openApp({
      profile,
      version: '1',
      ports: { now: Date.now, settings, secrets, log: () => undefined, setUp },
    })
  }

  beforeAll(async () => {
    const profile = inFolder('practice')
    mkdirSync(join(profile, 'trust'), { recursive: true })
    const about = { kiosk: 'practice-1', name: 'Chốt dùng thử', lane: '1', mode: 'practice' }
    writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(about))
    writeFileSync(join(profile, 'trust', 'keys.json'), '{"mode":"practice","keys":[]}')
    kiosk = await open(profile)
  })
  afterAll(() => kiosk.close())

  test('the real profile is made in its own place, and its first code is accepted at the next start', async () => {
    const { handlers } = kiosk
    const from = { from: stick, serverAuthority: null }
    expect(await handlers['setUp.read']({})).toMatchObject({ mode: 'practice', place, said: null })
    const seen = await handlers['setUp.preview']({ ...from, profile: 'new' })
    if (!seen.ok) throw new Error(seen.said.en)
    expect(seen.fingerprint.replaceAll(' ', '')).toBe(fingerprint)
    const begun = await handlers['setUp.begin']({
      // The zone that this machine is set to, so that the clock is beyond doubt.
      checkpoint: { name: 'Cầu Như Nguyệt', lane: '2', province: 'Bắc Ninh', zoneMinutes: hereZone },
      trust: { ...from, fingerprint: seen.fingerprint },
      secret: { kept: 'open' },
    })
    if (!begun.ok) throw new Error(begun.said.en)
    expect(existsSync(join(place, 'checkpoint.json'))).toBe(false)
    expect(await handlers['setUp.finish']({ recoveryCode: 'nonsense' })).toMatchObject({ ok: false })
    expect(await handlers['setUp.finish']({ recoveryCode: begun.recoveryCode })).toEqual({ ok: true, place })
    expect(await handlers['setUp.read']({})).toMatchObject({ place: null, said: { en: expect.any(String) } })

    const real = await open(place)
    try {
      const [text = ''] = await textsOf(picture())
      const verdict = await real.handlers['scan.verify']({ text, source: 'camera', obeyed: true })
      expect(verdict).toMatchObject({ kind: 'verdict', verdict: { outcome: 'accepted' } })
    } finally {
      real.close()
    }
  }, 60_000)

  test('what is published is looked at for whom it is to be for', async () => {
    const seen = (profile: 'open' | 'new') =>
      kiosk.handlers['setUp.preview']({ from: stick, serverAuthority: null, profile })
    expect(await seen('new')).toMatchObject({ ok: true })
    expect(await seen('open')).toMatchObject({ ok: false, said: { en: expect.stringContaining('practice') } })
  }, 60_000)

  test('a checkpoint that was set up without keys takes its first root as it was compared, and no other', async () => {
    const bare = inFolder('without-keys')
    const checkpoint = { name: 'Cầu Lường', lane: '1', province: 'Bắc Giang', zoneMinutes: hereZone }
    const machine = { system: null, now: Date.now }
    const begun = await beginProfile(bare, { checkpoint, trust: null, secret: { kept: 'open' } }, machine)
    if (!begun.ok) throw new Error(begun.said.en)
    await finishProfile(bare, begun.recoveryCode, { from: null, now: Date.now, log: () => undefined })
    const real = await open(bare)
    try {
      const { handlers } = real
      const from = { from: stick, serverAuthority: null }
      const standing = async () => (await handlers['trust.read']({})).from
      expect(await standing()).toBe('nothing')
      const seen = await handlers['setUp.preview']({ ...from, profile: 'open' })
      if (!seen.ok) throw new Error(seen.said.en)
      expect(await handlers['setUp.believe']({ ...from, fingerprint: 'ab'.repeat(32) })).toMatchObject({ ok: false })
      expect([await standing(), existsSync(join(bare, 'trust', 'root.json'))]).toEqual(['nothing', false])
      expect(await handlers['setUp.believe']({ ...from, fingerprint: seen.fingerprint })).toEqual({ ok: true })
      expect(await standing()).toBe('repository')
      expect(await handlers['setUp.believe']({ ...from, fingerprint: seen.fingerprint })).toMatchObject({ ok: false })
      expect(await handlers['trust.update'](from)).toMatchObject({ outcome: 'updated' })
      const [text = ''] = await textsOf(picture())
      const verdict = await handlers['scan.verify']({ text, source: 'camera', obeyed: true })
      expect(verdict).toMatchObject({ kind: 'verdict', verdict: { outcome: 'accepted' } })
    } finally {
      real.close()
    }
    const entries = await chot(['journal', 'tail', '--json', '-n', '50', '--profile', bare])
    const kinds = entries.printed
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind: string }).kind)
    expect(kinds.filter((kind) => kind.startsWith('trust.'))).toEqual([
      'trust.believed',
      'trust.updated',
      'trust.believed',
    ])
  }, 60_000)

  test('who the checkpoint is, and its recovery code, are changed while it runs', async () => {
    const real = await open(place)
    try {
      const { handlers } = real
      const words = { name: 'Cầu Xương Giang', lane: '3', province: 'Bắc Giang', zoneMinutes: 420 }
      expect(await handlers['setUp.change'](words)).toMatchObject({ checkpoint: words })
      expect(await handlers['kiosk.read']({})).toMatchObject({ checkpoint: { name: words.name, lane: '3' } })
      expect(readCheckpoint(place)).toMatchObject(words)
      // The lane decides and prints as it is called now.
      await handlers['crossing.edit']({ kind: 'vehicle', fields: { plate: '98A-123.45' } })
      const reason = { code: 'turned-back', note: null } as const
      const decided = await handlers['crossing.decide']({ decision: 'refused', reason, emergency: false })
      expect(decided).toMatchObject({ recorded: true, slip: expect.stringMatching(/-3-\d+$/) })
      const seq = decided.recorded ? decided.seq : 0
      expect(await handlers['crossing.slip']({ seq })).toMatchObject({ post: words.name, lane: '3' })
      expect(await handlers['setUp.recovery']({ passphrase: null })).toMatchObject({ ok: true })
      const kept = await handlers['setUp.keep']({
        passphrase: null,
        secret: { kept: 'passphrase', passphrase: 'câu dài thứ ba' },
      })
      expect(kept).toMatchObject({ ok: true, state: { secret: { kept: 'passphrase', recovery: true } } })
      const exported = await handlers['setUp.export']({ folder })
      if (!exported.ok) throw new Error(exported.said.en)
      expect(await handlers['setUp.import']({ file: exported.file })).toMatchObject({ ok: true, checkpoint: words })
      expect((await handlers['setUp.doctor']({})).map(({ what }) => what)).toContain('trust')
    } finally {
      real.close()
    }
  }, 60_000)
})

/** The codes in a picture, as the kiosk itself reads them. */
async function textsOf(file: string): Promise<string[]> {
  const { printed } = await chot(['verify', '--json', file, '--profile', inFolder('by-command')])
  return printed
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text)
}
