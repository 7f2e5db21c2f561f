/** `chot doctor`: all that a checkpoint stands on, and what mends what is broken. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sealForRecovery } from '../../../../main/checkpoint/recovery/recovery-file.ts'
import { emptyPlace, realProfile } from '../../../fixtures/real-profile.ts'
import { type Ran } from './run-command.ts'
import { at, chot, fileIn } from './looked-after.ts'

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

  test('says of a secret under a passphrase that nobody could be asked for it, and finds no fault with it', async () => {
    const { profile } = await realProfile({ secret: { kept: 'passphrase', passphrase: 'một câu dài' } }, at)
    const { printed } = await chot(profile, ['doctor'])
    expect(printed).toMatch(/^LOOK {2}secret .*not looked at, as nobody could be asked.*at a terminal/m)
    expect(printed).toMatch(/^LOOK {2}journal .*not looked at/m)
    expect(printed).not.toMatch(/^BAD {3}(secret|journal) /m)
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
      'journal.end that is gone',
      (p) => rmSync(fileIn(p, 'journal.end')),
      /BAD {3}journal .*does not agree.*chot journal verify/,
    ],
    [
      'journal.end that is broken',
      (p) => writeFileSync(fileIn(p, 'journal.end'), 'x'),
      /BAD {3}journal .*does not agree.*chot journal verify/,
    ],
    [
      'a journal that is gone',
      (p) => rmSync(fileIn(p, 'journal/journal.sqlite')),
      /BAD {3}journal .*is gone.*journal\.end.*chot restore.*chot journal begin/,
    ],
    [
      'a journal that was emptied',
      (p) => {
        for (const name of ['journal.sqlite', 'journal.sqlite-wal']) writeFileSync(fileIn(p, `journal/${name}`), '')
      },
      /BAD {3}journal .*has nothing in it.*chot restore.*chot journal begin/,
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

test('chot doctor judges a port before it looks at anything', async () => {
  await expect(chot(emptyPlace(), ['doctor', '--port', 'abc'])).rejects.toThrow('"abc"')
})
