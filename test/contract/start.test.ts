/** `npm start` on folders that are no place for a demo, and on disks that take nothing. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ensureBuilt } from '../../main/setup/build.ts'
import { ensureDemo } from '../../main/checkpoint/index.ts'
import { profilePlaces } from '../../main/profile/index.ts'
import { root } from '../../main/setup/node24.mjs'

let profile: string
beforeAll(() => ensureBuilt())
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'chot-start-'))
})
afterEach(() => rmSync(profile, { recursive: true }))

const start = (...args: string[]): ReturnType<typeof startWith> => startWith({}, ...args)

/** Starts it, and ends it once it serves. */
function startWith(
  env: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<{ status: number | null; output: string; errors: string }> {
  const child = spawn(process.execPath, ['main/setup/start.ts', '--shell', 'serve', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [output, errors] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    if (output.includes('#')) child.kill('SIGTERM')
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, output, errors })))
}

const stackTrace = /\n\s+at /

describe('a demo checkpoint', () => {
  test.each([[[]], [['browser', 'electron', 'settings.json']], [['demo-authority', 'trust']]])(
    'is made in a folder that holds %j',
    async (names) => {
      for (const name of names) mkdirSync(join(profile, name))
      expect(await ensureDemo(profile)).toMatchObject({ created: true })
      expect(JSON.parse(readFileSync(join(profile, 'checkpoint.json'), 'utf8'))).toMatchObject({
        mode: 'practice',
        zoneMinutes: 0 - new Date().getTimezoneOffset(),
      })
    },
  )

  test.each([['journal'], ['trust'], ['secret.json'], ['demo-authority', 'journal'], ['notes.txt']])(
    'is not made beside %s',
    async (...names) => {
      for (const name of names) mkdirSync(join(profile, name))
      const made = await ensureDemo(profile)
      expect(made).toEqual({ refused: expect.stringMatching(/^Thiếu checkpoint\.json .*hãy .* \/ .*missing.*/is) })
      expect(made).toHaveProperty('refused', expect.stringContaining(names[0] ?? ''))
      expect(new Set(readdirSync(profile))).toEqual(new Set(names))
    },
  )

  test('is not made over a set-up that was not finished', async () => {
    writeFileSync(join(profile, 'checkpoint-begun.json'), '{}')
    expect(await ensureDemo(profile)).toEqual({
      refused: expect.stringMatching(/^Hồ sơ .* đang lập dở\. .* \/ .*npx chot set-up --profile/),
    })
    expect(readdirSync(profile)).toEqual(['checkpoint-begun.json'])
  })

  test('has fresh codes and keys at each start', async () => {
    await ensureDemo(profile)
    rmSync(join(profile, 'demo-codes'), { recursive: true })
    expect(await ensureDemo(profile)).toEqual({
      created: false,
      mode: 'practice',
      sheet: join(profile, 'demo-codes', 'sheet.svg'),
    })
    expect(JSON.parse(readFileSync(join(profile, 'trust', 'keys.json'), 'utf8'))).toMatchObject({ mode: 'practice' })
  })

  test('is not made over a practice checkpoint with keys of its own', async () => {
    await ensureDemo(profile)
    const trust = join(profile, 'trust')
    rmSync(join(trust, 'keys.json'))
    writeFileSync(join(trust, 'root.json'), '{}')
    expect(await ensureDemo(profile)).toEqual({ created: false, mode: 'practice', sheet: null })
    rmSync(join(trust, 'root.json'))
    rmSync(join(profile, 'demo-authority'), { recursive: true })
    expect(await ensureDemo(profile)).toEqual({ created: false, mode: 'practice', sheet: null })
    expect(readdirSync(trust)).toEqual([])
  })

  test('is not made over a real checkpoint, nor over a broken one', async () => {
    for (const text of ['{"kiosk":"k","name":"n","lane":"1","mode":"real"}', '{"kiosk":']) {
      writeFileSync(join(profile, 'checkpoint.json'), text)
      expect(await ensureDemo(profile)).toMatchObject({ created: false, sheet: null })
      expect(readdirSync(profile)).toEqual(['checkpoint.json'])
    }
  })
})

test.skipIf(process.platform !== 'linux')(
  'a start that names no profile makes the demo beside the real one’s place',
  async () => {
    const places = profilePlaces({ XDG_DATA_HOME: profile })
    const { status, output } = await startWith({ XDG_DATA_HOME: profile, CHOT_PROFILE: '', CHOT_LANG: 'en' })
    expect([status, output]).toEqual([0, expect.stringContaining(`practice checkpoint made in ${places.practice}.`)])
    expect(readdirSync(profile)).toEqual(['chot-practice'])
  },
)

test('a profile that is not to be touched ends the start with one sentence', async () => {
  mkdirSync(join(profile, 'journal'))
  const { status, output, errors } = await start('--profile', profile)
  expect(status).toBe(1)
  expect(output).toBe('')
  expect(errors).toMatch(/^Thiếu checkpoint\.json/)
  expect(`${errors} ${output}`).not.toMatch(stackTrace)
  expect(errors).not.toContain('npm start')
})

test('a broken checkpoint.json ends the start with the file and the member', async () => {
  writeFileSync(join(profile, 'checkpoint.json'), '{"kiosk":"k","name":"n","lane":1,"mode":"real"}')
  const { status, errors } = await start('--profile', profile)
  expect(status).toBe(1)
  expect(errors).toContain(join(profile, 'checkpoint.json'))
  expect(errors).toContain('"lane"')
  expect(errors).not.toContain('npm start')
  expect(errors).not.toMatch(stackTrace)
})

test('a port that is none ends the start with its usage', async () => {
  const { status, errors } = await start('--profile', profile, '--port', 'x')
  expect(status).toBe(2)
  expect(errors).toContain('--port')
  expect(errors).not.toMatch(stackTrace)
})

/** Each start makes a key out of a passphrase, which is meant to take long, and a demo; milliseconds on a busy machine. */
const longestStarts = 300_000

test('a passphrase in the environment makes a profile, opens it again, and is asked for without', {
  timeout: longestStarts,
}, async () => {
  const right = { CHOT_PASSPHRASE: 'một mật khẩu dài' }
  expect(await startWith(right, '--profile', profile)).toMatchObject({ status: 0, errors: '' })
  expect(JSON.parse(readFileSync(join(profile, 'secret.json'), 'utf8'))).toMatchObject({ kept: 'passphrase' })
  expect(await startWith(right, '--profile', profile)).toMatchObject({ status: 0, errors: '' })
  const wrong = { CHOT_PASSPHRASE: 'một mật khẩu khác' }
  expect(await startWith(wrong, '--profile', profile)).toMatchObject({
    status: 1,
    errors: expect.stringContaining('Mật khẩu không đúng'),
  })
  expect(await start('--profile', profile)).toMatchObject({
    status: 1,
    errors: expect.stringContaining('cần mật khẩu'),
  })
})

test('a passphrase for a profile that is under none is not passed over in silence', {
  timeout: longestStarts,
}, async () => {
  await start('--profile', profile)
  expect(await startWith({ CHOT_PASSPHRASE: 'x' }, '--profile', profile)).toMatchObject({
    status: 0,
    errors: expect.stringMatching(/^CHOT_PASSPHRASE không có tác dụng.* \/ CHOT_PASSPHRASE does nothing/),
  })
})

describe('on a disk of its own', () => {
  let mounted: boolean
  beforeEach(() => {
    mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', profile]).status === 0
  })
  afterEach(() => {
    if (mounted) spawnSync('umount', [profile])
  })
  const fill = (): void => {
    const { bavail, bsize } = statfsSync(profile)
    writeFileSync(join(profile, 'browser'), Buffer.alloc(bavail * bsize, 1))
  }

  test('that is full a demo is refused in one sentence', async ({ skip }) => {
    if (!mounted) skip('a small disk cannot be mounted here')
    fill()
    const { status, errors } = await start('--profile', profile)
    expect(status).toBe(1)
    expect(errors).toMatch(/^Không ghi được vào .*: ổ đĩa đầy\. .* \/ .*the disk is full/)
    expect(errors.trim().split('\n')).toHaveLength(1)
  })

  test('that is read-only a demo is refused in one sentence', async ({ skip }) => {
    if (!mounted) skip('a small disk cannot be mounted here')
    spawnSync('mount', ['-o', 'remount,ro', profile])
    const { status, errors } = await start('--profile', profile)
    expect(status).toBe(1)
    expect(errors).toMatch(/^Không ghi được vào .*: ổ đĩa chỉ đọc\. .* \/ .*read-only/)
    expect(errors.trim().split('\n')).toHaveLength(1)
  })

  test('that has filled up a demo’s keys stay as they were', async ({ skip }) => {
    if (!mounted) skip('a small disk cannot be mounted here')
    await ensureDemo(profile)
    const keys = readFileSync(join(profile, 'trust', 'keys.json'), 'utf8')
    fill()
    const { errors } = await start('--profile', profile)
    expect(readFileSync(join(profile, 'trust', 'keys.json'), 'utf8')).toBe(keys)
    expect(errors).toContain('ổ đĩa đầy')
    expect(errors).not.toMatch(stackTrace)
  })
})
