/** `policy`: shown and set by members, and never left as checkpoints could not use it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chotAuthority } from '../../../../authority/command/commands.ts'
import { defaultPolicy } from '../../../../main/trust/index.ts'
import { dispatch, Failure } from '../../../../main/terminal/index.ts'
import { testTerminal } from '../../../fixtures/terminal.ts'
import { testAuthority } from '../../main/trust/repository/test-authority.ts'

function policyOf() {
  const authority = testAuthority()
  const file = join(authority.home.working, 'policy.json')
  const run = async (...args: string[]): Promise<string> => {
    const terminal = testTerminal({ env: { CHOT_AUTHORITY: authority.home.folder } })
    await dispatch(chotAuthority, ['policy', ...args], terminal)
    return terminal.printed
  }
  return { authority, file, run, written: (): unknown => JSON.parse(readFileSync(file, 'utf8')) }
}

test('what is in place is shown, the shipped one where none is', async () => {
  const { run, file } = policyOf()
  const { ages, retentionDays } = defaultPolicy
  expect(await run('show')).toContain(`ages.keys.ageingAfterHours ${ages.keys.ageingAfterHours}\n`)
  expect(await run('show')).toContain(`retentionDays ${retentionDays}\n`)
  expect(existsSync(file)).toBe(false)
})

test('a member is set, and the others stay', async () => {
  const { run, written, authority } = policyOf()
  expect(await run('set', 'ages.keys.ageingAfterHours', '72')).toContain('ages.keys.ageingAfterHours: 48 → 72\n')
  await run('set', 'repeatWithinMinutes', 'none')
  expect(written()).toEqual({
    ...defaultPolicy,
    repeatWithinMinutes: undefined,
    ages: { ...defaultPolicy.ages, keys: { ...defaultPolicy.ages.keys, ageingAfterHours: 72 } },
  })
  expect(await run('show')).toContain('repeatWithinMinutes not set\n')
  authority.publish()
})

test.each([
  ['retentionDays', '0', 'policy-unusable'],
  ['retentionDays', '1.5', 'policy-unusable'],
  ['clockToleranceMinutes', '181', 'policy-unusable'],
  ['ages.keys.ageingAfterHours', '169', 'policy-unusable'],
  ['ages.keys.unusableAfterHours', '99999999', 'policy-unusable'],
  ['retentionDays', 'for ever', 'usage'],
  ['retentionDays', '1e3', 'usage'],
  ['clockToleranceMinutes', 'none', 'usage'],
  ['ages.keys', '3', 'usage'],
  ['format', '2', 'usage'],
  ['__proto__', '2', 'usage'],
  ['ages.constructor', '2', 'usage'],
])('%s %s is refused and changes nothing', async (member, value, code) => {
  const { run, file } = policyOf()
  await expect(run('set', member, value)).rejects.toMatchObject({ code })
  expect(existsSync(file)).toBe(false)
})

test.each([
  ['retentionDays', '0', /retentionDays không thể là 0: "retentionDays" phải từ 1 trở lên\. /],
  ['ages.keys.ageingAfterHours', '169', /: "ages\.keys" các mốc giờ phải tăng dần\. /],
])('%s %s is refused with the reason in the reader’s language', async (member, value, said) => {
  const { run } = policyOf()
  const refused: unknown = await run('set', member, value).catch((error: unknown) => error)
  expect(refused instanceof Failure && refused.in('vi')).toMatch(said)
})

test('one that cannot be read is not written over', async () => {
  const { run, file } = policyOf()
  writeFileSync(file, '{"format":1')
  for (const args of [['show'], ['set', 'retentionDays', '3']])
    await expect(run(...args)).rejects.toMatchObject({ code: 'target-unusable' })
  expect(readFileSync(file, 'utf8')).toBe('{"format":1')
})
