import { expect, test } from 'vitest'
import { profileArgument } from '../../../../main/electron/profile-argument.ts'

test.each<[string[], string | null]>([
  [['electron', '.', '--profile', '/p'], '/p'],
  [['electron', '--profile=/p q'], '/p q'],
  [['electron', '.'], null],
  [['electron', '--profile'], null],
  [['electron', '--profile='], null],
  [['electron', '--profile-directory=x'], null],
])('%j names the profile %j', (args, profile) => {
  expect(profileArgument(args)).toBe(profile)
})
