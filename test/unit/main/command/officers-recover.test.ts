/** A supervisor is had back with the recovery code, and with nothing less. */
import { expect, test } from 'vitest'
import { openSecrets } from '../../../../main/checkpoint/index.ts'
import { openOfficers } from '../../../../main/officers/index.ts'
import { openProfileJournal } from '../../../../main/profile/index.ts'
import { realProfile } from '../../../fixtures/real-profile.ts'
import { runCommand, type Ran } from './run-command.ts'

const now = Date.parse('2021-10-04T08:00:00+07:00')
const newOne = ['--number', '1000', '--name', 'Trần Hùng', '--rank', 'Đại úy']

function recover(profile: string, words: string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  return runCommand(['officers', 'recover', '--profile', profile, '--lang', 'en', ...words], now, '', { env })
}

/** Who can sign in at a profile now, and with which PIN. */
async function opens(profile: string, number: string, pin: string): Promise<boolean> {
  const secrets = openSecrets({ profile, passphrase: () => Promise.resolve(null), missing: 'refuse', system: null })
  const parts = { secrets, now: () => now, log: () => undefined }
  const { journal, checkpoint } = await openProfileJournal(profile, parts)
  const officers = openOfficers({
    journal,
    kiosk: checkpoint.kiosk,
    officerKey: await secrets.officerKey(),
    now: () => now,
    trust: () => ({ policy: {} }),
    changed: () => undefined,
  })
  try {
    return (await officers.sessions.desk.open(number, pin)).ok
  } finally {
    journal.close()
  }
}

test('a new supervisor is appointed, and one who is there has a new PIN', async () => {
  const { profile, recoveryCode } = await realProfile()
  const env = { CHOT_RECOVERY_CODE: recoveryCode, CHOT_PIN: '739164' }
  expect(await recover(profile, newOne, env)).toMatchObject({ status: 0 })
  expect(await opens(profile, '1000', '739164')).toBe(true)
  expect(await recover(profile, ['--number', '1000'], { ...env, CHOT_PIN: '402871' })).toMatchObject({ status: 0 })
  expect(await opens(profile, '1000', '739164')).toBe(false)
  expect(await opens(profile, '1000', '402871')).toBe(true)
})

test('another profile’s code does nothing', async () => {
  const [{ profile }, other] = [await realProfile(), await realProfile()]
  const env = { CHOT_RECOVERY_CODE: other.recoveryCode, CHOT_PIN: '739164' }
  await expect(recover(profile, newOne, env)).rejects.toMatchObject({ code: 'recovery-refused' })
  await expect(opens(profile, '1000', '739164')).resolves.toBe(false)
})

test.each([
  ['a PIN that everybody tries', newOne, '123456', 'officer-pin-pattern'],
  ['a number of nobody, without a name', ['--number', '2000'], '739164', undefined],
])('%s is refused', async (_, words, pin, code) => {
  const { profile, recoveryCode } = await realProfile()
  const answer = recover(profile, words, { CHOT_RECOVERY_CODE: recoveryCode, CHOT_PIN: pin })
  await (code ? expect(answer).rejects.toMatchObject({ code }) : expect(answer).rejects.toThrow(/no supervisor/))
})
