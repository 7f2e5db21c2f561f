/** The doctor of a profile in which something else stands in the place of the journal's file: it goes on to all the rest. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realProfile } from '../../../fixtures/real-profile.ts'
import { strangers } from '../../../fixtures/strangers.ts'
import { at as then, chot, keyOf } from './looked-after.ts'
import { runCommand } from './run-command.ts'

const at = Date.parse('2026-11-22T08:00:00+07:00')

test.each(strangers)('%s in the place of the journal is named, and everything else is looked at', async (_, put) => {
  const { profile } = await realProfile({}, at)
  const file = join(profile, 'journal', 'journal.sqlite')
  rmSync(file)
  put(file)
  const { printed, status } = await runCommand(['doctor', '--profile', profile, '--lang', 'en'], at)
  expect(status).toBe(1)
  expect(printed).toMatch(/^BAD {3}journal .*journal\.sqlite/m)
  for (const what of ['profile', 'secret', 'disk', 'clock', 'zone', 'trust', 'port', 'versions'])
    expect(printed).toMatch(new RegExp(`^(good |LOOK |BAD  ) ${what} `, 'm'))
})

test.each(strangers)(
  '%s in the place of a file is named, and makes way for what the doctor says to run',
  async (_, put) => {
    const { profile, recoveryCode } = await realProfile({}, then)
    const key = await keyOf(profile)
    const env = { CHOT_RECOVERY_CODE: recoveryCode }
    const mends: [string, RegExp, string[]][] = [
      ['secret.json', /^BAD {3}secret .*chot secret recover/m, ['secret', 'recover']],
      [
        'checkpoint.json',
        /^BAD {3}profile .*no regular file.*chot checkpoint set/m,
        ['checkpoint', 'set', '--name', 'A', '--lane', '1'],
      ],
      ['recovery.json', /^LOOK {2}secret .*chot secret code/m, ['secret', 'code']],
    ]
    for (const [name, says, mend] of mends) {
      rmSync(join(profile, name))
      put(join(profile, name))
      expect((await chot(profile, ['doctor'])).printed).toMatch(says)
      expect(await chot(profile, mend, { env })).toMatchObject({ status: 0 })
      expect((await chot(profile, ['doctor'])).printed).not.toMatch(says)
    }
    expect(await keyOf(profile)).toEqual(key)
  },
)
