import { expect, test } from 'vitest'
import * as v from 'valibot'
import { openingSentence } from '../../../../main/shell/index.ts'
import { TrustUnreadable } from '../../../../main/trust/index.ts'
import shippedPolicy from '../../../../resources/policy.json' with { type: 'json' }
import { checkpointPolicySchema } from '../../../../shared/domain/checkpoint-policy.ts'

const withCode = (code: string): Error => Object.assign(new Error('x'), { code })

test.each([
  'PROFILE_IN_USE',
  'CHECKPOINT_UNREADABLE',
  'JOURNAL_FROM_FUTURE',
  'JOURNAL_FROM_PAST',
  'JOURNAL_EMPTY',
  'JOURNAL_KEY_WRONG',
  'JOURNAL_SCHEMA_ALTERED',
  'OWN_FILE_REPLACED',
  'JOURNAL_OF_ANOTHER_MODE',
  'JOURNAL_NOT_WRITABLE',
  'JOURNAL_NOT_SHARED',
  'SECRET_UNREADABLE',
  'SECRET_MISSING',
  'SECRET_NOT_MADE',
  'SECRET_SEALED',
  'PASSPHRASE_NEEDED',
  'PASSPHRASE_WRONG',
  'SECRET_NOT_WRITTEN',
])('%s has a sentence in both languages that names the profile', (code) => {
  const [vi, en] = openingSentence(withCode(code), '/p/chot', null)?.split(' / ') ?? []
  expect(vi).toContain('/p/chot')
  expect(vi).toMatch(/Hãy /)
  expect(en).toContain('/p/chot')
})

test('is told in one language where one was chosen', () => {
  expect(openingSentence(withCode('PROFILE_IN_USE'), '/p', 'vi')).toMatch(/^Chốt đang chạy với hồ sơ \/p\. [^/]*$/)
  expect(openingSentence(withCode('PROFILE_IN_USE'), '/p', 'en')).toMatch(
    /^Chốt is already running on the profile \/p\. /,
  )
})

test('a page that was not built has a sentence that says how to build it', () => {
  expect(openingSentence(withCode('PAGE_NOT_BUILT'), '/p', null)).toContain('npm run build')
})

test.each([withCode('ENOENT'), new Error('x'), 'x', null])('anything else is a bug and has none (%s)', (error) => {
  expect(openingSentence(error, '/p', null)).toBeNull()
})

test('a broken file of what is believed is called by its name, with the member that is wrong', () => {
  const policy = { ...shippedPolicy, clockToleranceMinutes: -5 }
  const read = v.safeParse(checkpointPolicySchema, policy)
  const error = new TrustUnreadable('/p/chot/trust/policy.json', new v.ValiError(read.issues!))
  const [vi, en] = openingSentence(error, '/p/chot', null)?.split(' / ') ?? []
  for (const sentence of [vi, en]) {
    expect(sentence).toContain('policy.json')
    expect(sentence).toContain('"clockToleranceMinutes"')
    expect(sentence).not.toMatch(/khóa|keys/)
  }
})
