/** `chot practice`, as far as the command decides: what is filled and how has tests of its own. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCheckpoint } from '../../../../main/profile/index.ts'
import { emptyPlace } from '../../../fixtures/real-profile.ts'
import { runCommand, type Ran } from './run-command.ts'

const at = Date.parse('2026-11-22T07:00:00Z')

const practice = (profile: string, ...options: string[]): Promise<Ran> =>
  runCommand(['practice', '--profile', profile, '--lang', 'en', ...options], at)

test('a practice profile is made in a folder that is not there yet, and its journal agrees with itself', async () => {
  const profile = join(emptyPlace(), 'practice')
  const { status, printed } = await practice(profile, '--days', '2', '--crossings', '20')
  expect(status).toBe(0)
  expect(printed).toMatch(
    /^A practice profile was made in .+: \d+ crossings, .+, 6 shifts\. Its officers sign in by number and the practice PIN 739164: /,
  )
  expect(readCheckpoint(profile).mode).toBe('practice')
  expect(await runCommand(['journal', 'verify', '--profile', profile], at)).toMatchObject({ status: 0 })
})

test('where no folder is named it is the practice profile’s place, and never the real one’s', async () => {
  const data = emptyPlace()
  const given = { env: { XDG_DATA_HOME: data } }
  expect(await runCommand(['practice', '--crossings', '2', '--lang', 'en'], at, '', given)).toMatchObject({ status: 0 })
  expect(readdirSync(data)).toEqual(['chot-practice'])
})

test('nothing is written where something is already', async () => {
  const profile = emptyPlace()
  mkdirSync(profile, { recursive: true })
  writeFileSync(join(profile, 'letter.txt'), 'mine')
  await expect(practice(profile)).rejects.toThrow('There is something in')
  expect(readdirSync(profile)).toEqual(['letter.txt'])
})

test.each([
  ['--days', '0'],
  ['--days', '367'],
  ['--crossings', '1e3'],
  ['--seed', '-1'],
])('%s %s is no number of these', async (option, value) => {
  const profile = emptyPlace()
  await expect(practice(profile, `${option}=${value}`)).rejects.toThrow(`${option} takes a number from 1 to`)
  expect(existsSync(join(profile, 'checkpoint.json'))).toBe(false)
})
