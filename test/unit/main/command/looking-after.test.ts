/** A profile looked after by command: who it is, its secret, the doctor, the demo. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSecrets } from '../../../../main/checkpoint/index.ts'
import { readEntries } from '../../../../main/journal/index.ts'
import { readCheckpoint } from '../../../../main/profile/index.ts'
import type { Terminal } from '../../../../main/terminal/index.ts'
import { sealForRecovery } from '../../../../main/checkpoint/recovery/recovery-file.ts'
import { emptyPlace, realProfile, words } from '../../../fixtures/real-profile.ts'
import { testAuthority } from '../trust/repository/test-authority.ts'
import { runCommand, type Ran } from './run-command.ts'

const at = Date.parse('2026-11-22T07:00:00Z')

const chot = (profile: string, commandLine: readonly string[], given: Partial<Terminal> = {}): Promise<Ran> =>
  runCommand([...commandLine, '--profile', profile, '--lang', 'en'], at, '', given)

const keyOf = (profile: string, passphrase: string | null = null) =>
  openSecrets({ profile, passphrase: async () => passphrase, missing: 'refuse', system: null }).journalKey()

const kindsOf = async (profile: string, passphrase: string | null = null): Promise<string[]> =>
  [...readEntries(join(profile, 'journal'), await keyOf(profile, passphrase))].map(({ entry }) => entry.kind)

const fileIn = (profile: string, name: string): string => join(profile, name)

describe('chot checkpoint', () => {
  test('show prints who it is, to people and to programs', async () => {
    const { profile } = await realProfile()
    expect((await chot(profile, ['checkpoint', 'show'])).printed).toMatch(/^Checkpoint: Chốt Như Nguyệt\nLane: 2\n/)
    const { printed } = await chot(profile, ['checkpoint', 'show', '--json'])
    expect(JSON.parse(printed)).toMatchObject({ ...words, mode: 'real' })
  })

  test('set changes what is named and nothing else, as an entry', async () => {
    const { profile } = await realProfile()
    const { kiosk } = readCheckpoint(profile)
    expect(await chot(profile, ['checkpoint', 'set', '--lane', '3'])).toMatchObject({ status: 0 })
    expect(readCheckpoint(profile)).toEqual({ ...words, lane: '3', mode: 'real', kiosk })
    expect(await kindsOf(profile)).toContain('checkpoint.changed')
  })

  test('set gives it a proxy of its own, and takes it away', async () => {
    const { profile } = await realProfile()
    const set = (proxy: string) => chot(profile, ['checkpoint', 'set', '--proxy', proxy])
    expect(await set('http://10.0.0.1:3128')).toMatchObject({ printed: expect.stringContaining('Proxy: http://10.') })
    expect(readCheckpoint(profile)).toMatchObject({ ...words, proxy: 'http://10.0.0.1:3128' })
    await expect(set('10.0.0.1')).rejects.toThrow('http://10.0.0.1:3128, without name and password')
    expect(await set('none')).toMatchObject({ printed: expect.stringContaining('Proxy: —') })
    expect(readCheckpoint(profile)).not.toHaveProperty('proxy')
  })

  test.each([
    ['cut off', '{"kiosk":'],
    ['gone', null],
    ['with a number for the lane and a member that nobody knows', '{"name":"Chốt Như Nguyệt","lane":2,"x":1}'],
  ])('set writes a checkpoint.json anew that is %s, with the kiosk and the mode of the journal', async (_how, text) => {
    const { profile } = await realProfile()
    const { kiosk } = readCheckpoint(profile)
    if (text === null) rmSync(fileIn(profile, 'checkpoint.json'))
    else writeFileSync(fileIn(profile, 'checkpoint.json'), text)
    const said = await chot(profile, ['checkpoint', 'set', '--name', words.name, '--lane', '2'])
    expect(said).toMatchObject({ status: 0 })
    expect(readCheckpoint(profile)).toMatchObject({ kiosk, mode: 'real', name: words.name, lane: '2' })
  })

  test('set asks for what cannot be known of a broken one', async () => {
    const place = emptyPlace()
    mkdirSync(place)
    writeFileSync(fileIn(place, 'checkpoint.json'), '{')
    expect(await chot(place, ['checkpoint', 'set'])).toMatchObject({
      status: 1,
      complained: expect.stringContaining('--name'),
    })
    expect(await chot(place, ['checkpoint', 'set', '--name', 'a', '--lane', '1'])).toMatchObject({
      status: 1,
      complained: expect.stringContaining('--mode'),
    })
    const line = ['checkpoint', 'set', '--name', 'a', '--lane', '1', '--mode', 'practice']
    expect(await chot(place, line)).toMatchObject({ status: 0, printed: expect.stringMatching(/^PRACTICE/) })
  })

  test('set never changes a profile’s mode', async () => {
    const { profile } = await realProfile()
    await expect(chot(profile, ['checkpoint', 'set', '--mode', 'practice'])).rejects.toThrow('never changes')
    writeFileSync(fileIn(profile, 'checkpoint.json'), '{')
    const line = ['checkpoint', 'set', '--name', 'a', '--lane', '1', '--mode', 'practice']
    expect(await chot(profile, line)).toMatchObject({ status: 1, complained: expect.stringContaining('never changes') })
  })
})

describe('chot secret', () => {
  test('recover writes a lost secret anew with the recovery code, and gives a new code', async () => {
    const { profile, recoveryCode } = await realProfile()
    const before = await keyOf(profile)
    rmSync(fileIn(profile, 'secret.json'))
    const env = { CHOT_RECOVERY_CODE: recoveryCode }
    const { printed, status } = await chot(profile, ['secret', 'recover'], { env })
    expect(status).toBe(0)
    expect(await keyOf(profile)).toEqual(before)
    expect(await kindsOf(profile)).toContain('secret.recovered')
    expect(printed.trim()).not.toBe(recoveryCode)
    expect(await chot(profile, ['secret', 'recover'], { env })).toMatchObject({ status: 1 })
    const next = { CHOT_RECOVERY_CODE: printed }
    expect(await chot(profile, ['secret', 'recover'], { env: next })).toMatchObject({ status: 0 })
  })

  test('recover helps where the passphrase was forgotten', async () => {
    const { profile, recoveryCode } = await realProfile({ secret: { kept: 'passphrase', passphrase: 'quên rồi' } })
    const env = { CHOT_RECOVERY_CODE: recoveryCode, CHOT_NEW_PASSPHRASE: 'một câu mới' }
    expect(await chot(profile, ['secret', 'recover', '--passphrase'], { env })).toMatchObject({ status: 0 })
    expect(await kindsOf(profile, 'một câu mới')).toContain('secret.recovered')
  })

  test('recover puts no secret beside a journal that it does not open', async () => {
    const [{ profile }, other] = [await realProfile(), await realProfile()]
    writeFileSync(fileIn(profile, 'recovery.json'), readFileSync(fileIn(other.profile, 'recovery.json')))
    rmSync(fileIn(profile, 'secret.json'))
    const env = { CHOT_RECOVERY_CODE: other.recoveryCode }
    expect(await chot(profile, ['secret', 'recover'], { env })).toMatchObject({ status: 1 })
    expect(existsSync(fileIn(profile, 'secret.json'))).toBe(false)
  })

  test.each(['0'.repeat(27), 'nonsense'])('recover says of the code %s that it is mistyped', async (code) => {
    const { profile } = await realProfile()
    const before = readFileSync(fileIn(profile, 'secret.json'))
    const env = { CHOT_RECOVERY_CODE: code }
    expect(await chot(profile, ['secret', 'recover'], { env })).toMatchObject({
      status: 1,
      complained: expect.stringMatching(/recovery code/),
    })
    expect(readFileSync(fileIn(profile, 'secret.json'))).toEqual(before)
  })

  test('change puts it under a passphrase, under another one, and under none, each as an entry', async () => {
    const { profile } = await realProfile()
    const under = (present: string, chosen: string) => ({
      env: { CHOT_NEW_PASSPHRASE: chosen, CHOT_PASSPHRASE: present },
    })
    const change = (way: string, given: Partial<Terminal>) => chot(profile, ['secret', 'change', way], given)
    expect(await change('--passphrase', under('', 'một câu dài'))).toMatchObject({ status: 0 })
    expect(await change('--passphrase', under('một câu dài', 'câu dài thứ hai'))).toMatchObject({ status: 0 })
    await expect(keyOf(profile, 'một câu dài')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' })
    expect(await kindsOf(profile, 'câu dài thứ hai')).toEqual(expect.arrayContaining(['secret.kept', 'secret.kept']))
    expect(await change('--open', under('câu dài thứ hai', ''))).toMatchObject({ status: 0 })
    expect(await keyOf(profile)).toHaveLength(32)
  })

  test('change leaves it as it is where the present passphrase is another', async () => {
    const { profile } = await realProfile({ secret: { kept: 'passphrase', passphrase: 'một' } })
    const env = { CHOT_PASSPHRASE: 'sai' }
    await expect(chot(profile, ['secret', 'change', '--open'], { env })).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
    })
    expect(await keyOf(profile, 'một')).toHaveLength(32)
  })

  test('code makes another code, and the one before opens nothing any more', async () => {
    const { profile, recoveryCode } = await realProfile()
    const { printed } = await chot(profile, ['secret', 'code'])
    expect(await kindsOf(profile)).toContain('recovery.renewed')
    const recover = (code: string) => chot(profile, ['secret', 'recover'], { env: { CHOT_RECOVERY_CODE: code } })
    expect(await recover(recoveryCode)).toMatchObject({ status: 1 })
    expect(await recover(printed)).toMatchObject({ status: 0 })
  })
})

describe('chot doctor', () => {
  const writeRecovery = (profile: string, file: object): void =>
    writeFileSync(fileIn(profile, 'recovery.json'), JSON.stringify(file))
  const sick = async (break_: (profile: string) => void): Promise<Ran> => {
    const { profile } = await realProfile({}, at)
    break_(profile)
    return chot(profile, ['doctor'])
  }

  test('looks at everything, a line each, and ends with 1 where something is bad', async () => {
    const { printed, status } = await sick(() => undefined)
    // A profile that believes nobody yet.
    expect(status).toBe(1)
    for (const what of ['profile', 'secret', 'journal', 'disk', 'clock', 'zone', 'trust', 'port', 'versions', 'camera'])
      expect(printed).toMatch(new RegExp(`^(good |LOOK |BAD  ) ${what} `, 'm'))
    expect(printed).toMatch(/^good {2}journal /m)
    expect(printed).toMatch(/^BAD {3}trust .*chot trust init/m)
  })

  const breakages: [string, (profile: string) => void, RegExp][] = [
    [
      'policy.json without the keys that it is for',
      (p) => {
        mkdirSync(fileIn(p, 'trust'), { recursive: true })
        writeFileSync(fileIn(p, 'trust/policy.json'), '{}')
      },
      /BAD {3}trust .*policy\.json and no keys\.json.*chot trust init/,
    ],
    [
      'checkpoint.json that is no JSON',
      (p) => writeFileSync(fileIn(p, 'checkpoint.json'), '{'),
      /BAD {3}profile .*checkpoint\.json is not JSON.*chot checkpoint set/,
    ],
    [
      'checkpoint.json with a wrong member',
      (p) => writeFileSync(fileIn(p, 'checkpoint.json'), '{"kiosk":"k","name":"n","lane":1,"mode":"real"}'),
      /BAD {3}profile .*"lane".*chot checkpoint set/,
    ],
    [
      'checkpoint.json that is gone',
      (p) => rmSync(fileIn(p, 'checkpoint.json')),
      /BAD {3}profile .*is missing.*chot checkpoint set/,
    ],
    [
      'settings.json with a wrong member',
      (p) => writeFileSync(fileIn(p, 'settings.json'), '{"theme":"pink"}'),
      /LOOK {2}profile .*settings\.json.*"theme".*on the screen/,
    ],
    [
      'settings.json that is no JSON',
      (p) => writeFileSync(fileIn(p, 'settings.json'), 'x'),
      /LOOK {2}profile .*settings\.json.*on the screen/,
    ],
    [
      'secret.json that is gone',
      (p) => rmSync(fileIn(p, 'secret.json')),
      /BAD {3}secret .*missing.*chot secret recover/,
    ],
    [
      'secret.json that is broken',
      (p) => writeFileSync(fileIn(p, 'secret.json'), '{"kept":"open"}'),
      /BAD {3}secret .*cannot be read.*chot secret recover/,
    ],
    [
      'recovery.json that is gone',
      (p) => rmSync(fileIn(p, 'recovery.json')),
      /LOOK {2}secret .*no recovery code.*chot secret code/,
    ],
    [
      'recovery.json that is broken',
      (p) => writeFileSync(fileIn(p, 'recovery.json'), '{}'),
      /LOOK {2}secret .*recovery\.json is damaged.*chot secret code/,
    ],
    [
      'recovery.json of an older secret',
      (p) => writeRecovery(p, sealForRecovery(randomBytes(32), randomBytes(16))),
      /LOOK {2}secret .*recovery\.json belongs to an older one.*chot secret code/,
    ],
    [
      'recovery.json of before it told of which secret it is',
      (p) => writeRecovery(p, { ...sealForRecovery(randomBytes(32), randomBytes(16)), check: undefined }),
      /good {2}secret .*there is a recovery code/,
    ],
    [
      'secret.json of another profile, so that recovery.json alone has the right one',
      (p) =>
        writeFileSync(
          fileIn(p, 'secret.json'),
          JSON.stringify({ kept: 'open', secret: randomBytes(32).toString('base64') }),
        ),
      /BAD {3}secret .*Make no new code.*chot secret recover/,
    ],
    ['keys.json that is no JSON', (p) => trust(p, 'keys.json', '{'), /BAD {3}trust .*keys\.json cannot be used/],
    [
      'policy.json with a wrong member',
      (p) => trust(p, 'policy.json', JSON.stringify({ ...policy, clockToleranceMinutes: -5 })),
      /BAD {3}trust .*policy\.json cannot be used \(member "clockToleranceMinutes"\)/,
    ],
    [
      'policy.json with a member of a newer version',
      (p) => trust(p, 'policy.json', JSON.stringify({ ...policy, pinLength: 6 })),
      /LOOK {2}trust .*policy\.json.*pinLength.*newer/,
    ],
    [
      'rules.json that is broken',
      (p) => trust(p, 'rules.json', '{"policy":1}'),
      /BAD {3}trust .*rules\.json cannot be used/,
    ],
    [
      'a journal that is damaged',
      (p) => writeFileSync(fileIn(p, 'journal/journal.sqlite'), Buffer.alloc(20_000, 7)),
      /BAD {3}journal .*(does not open the journal|is damaged)/,
    ],
  ]

  test.each(breakages)('names %s, and what mends it', async (_what, break_, says) => {
    const { printed, status } = await sick(break_)
    expect(printed).toMatch(says)
    expect(status).toBe(1)
  })

  test('says of an empty folder that nothing was set up there', async () => {
    const place = emptyPlace()
    mkdirSync(place)
    const { printed } = await chot(place, ['doctor'])
    expect(printed).toMatch(/^BAD {3}profile .*chot set-up/)
    expect(printed).not.toMatch(/ (secret|journal|zone|trust) /)
  })

  test('changes nothing', async () => {
    const { profile } = await realProfile()
    // What SQLite keeps beside a journal that is read.
    const names = () => readdirSync(profile, { recursive: true }).filter((name) => !/-(shm|wal)$/.test(String(name)))
    const before = names()
    await chot(profile, ['doctor', '--json'])
    expect(names()).toEqual(before)
  })
})

const policy = {
  format: 1,
  ages: Object.fromEntries(
    ['keys', 'rules', 'revocations'].map((name) => [
      name,
      { ageingAfterHours: 24, oldAfterHours: 48, unusableAfterHours: 72 },
    ]),
  ),
  clockToleranceMinutes: 5,
}

/** Puts a file beside a plain key set. */
function trust(profile: string, name: string, text: string): void {
  const folder = fileIn(profile, 'trust')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'keys.json'), '{"keys":[]}')
  writeFileSync(join(folder, name), text)
}

describe('chot demo reset', () => {
  function demo(mode = 'practice'): string {
    const profile = emptyPlace()
    for (const folder of ['', 'demo-authority', 'demo-codes', 'trust']) mkdirSync(join(profile, folder))
    writeFileSync(
      fileIn(profile, 'checkpoint.json'),
      JSON.stringify({ kiosk: 'k', name: 'Chốt dùng thử', lane: '1', mode }),
    )
    return profile
  }
  const confirmed = ['demo', 'reset', '--confirm', 'Chốt dùng thử']

  test('takes a demo away once its name is typed back', async () => {
    const profile = demo()
    expect(await chot(profile, confirmed)).toMatchObject({ status: 0 })
    expect(readdirSync(profile)).toEqual([])
  })

  test('removes nothing without its name', async () => {
    const profile = demo()
    const before = readdirSync(profile)
    await expect(chot(profile, ['demo', 'reset'])).rejects.toThrow('was not typed back')
    await expect(chot(profile, ['demo', 'reset', '--confirm', 'x'])).rejects.toThrow('was not typed back')
    expect(readdirSync(profile)).toEqual(before)
  })

  test('never removes a real profile, nor one for practice that is no demo', async () => {
    const [real, practice] = [demo('real'), demo()]
    rmSync(join(practice, 'demo-authority'), { recursive: true })
    for (const profile of [real, practice]) {
      const before = readdirSync(profile)
      expect(await chot(profile, confirmed)).toMatchObject({ status: 1 })
      expect(readdirSync(profile)).toEqual(before)
    }
  })

  test('leaves what is none of ours, and names it', async () => {
    const profile = demo()
    writeFileSync(fileIn(profile, 'letters.txt'), 'mine')
    expect(await chot(profile, confirmed)).toMatchObject({
      status: 0,
      complained: expect.stringContaining('letters.txt'),
    })
    expect(readdirSync(profile)).toEqual(['letters.txt'])
  })
})

describe('a broken checkpoint.json', () => {
  test.each([
    ['verify', ['verify', 'HC1:x']],
    ['trust show', ['trust', 'show']],
  ])('is said by %s, which does not go on silently without knowing the mode', async (_name, line) => {
    const { profile } = await realProfile()
    writeFileSync(fileIn(profile, 'checkpoint.json'), '{"name":')
    expect((await chot(profile, line)).complained).toMatch(/not known\. .*checkpoint\.json is not JSON.*checkpoint set/)
  })
})

test('chot trust init makes no folder at a path that was mistyped', async () => {
  const place = emptyPlace()
  const authority = testAuthority()
  const file = join(authority.home.metadata, '1.root.json')
  await expect(chot(place, ['trust', 'init', file])).rejects.toMatchObject({ code: 'CHECKPOINT_UNREADABLE' })
  expect(existsSync(place)).toBe(false)
})

test('chot doctor judges a port before it looks at anything', async () => {
  await expect(chot(emptyPlace(), ['doctor', '--port', 'abc'])).rejects.toThrow('"abc"')
})
