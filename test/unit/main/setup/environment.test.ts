import { expect, test } from 'vitest'
import { withoutSecrets } from '../../../../main/setup/environment.mjs'
import { takePassphrase } from '../../../../main/shell/index.ts'

test('a program that is not ours gets everything but our secrets', () => {
  const env = {
    PATH: '/bin',
    CHOT_PROFILE: '/p',
    CHOT_PASSPHRASE: 'a',
    CHOT_RECOVERY_CODE: '0',
    CHOT_AUTHORITY_PASSPHRASE: 'b',
    Chot_Passphrase: 'c',
  }
  expect(withoutSecrets(env)).toEqual({ PATH: '/bin', CHOT_PROFILE: '/p' })
})

test('the passphrase is taken out of the environment', () => {
  const env: NodeJS.ProcessEnv = { CHOT_PASSPHRASE: 'a' }
  expect(takePassphrase(env).given).toBe('a')
  expect(env).toEqual({})
  expect(takePassphrase(env).given).toBeNull()
})
