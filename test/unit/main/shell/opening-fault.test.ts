import { expect, test } from 'vitest'
import { openingSentence } from '../../../../main/shell/index.ts'

const withCode = (code: string): Error => Object.assign(new Error('x'), { code })

test.each([
  'PROFILE_IN_USE',
  'CHECKPOINT_UNREADABLE',
  'TRUST_UNREADABLE',
  'JOURNAL_FROM_FUTURE',
  'JOURNAL_FROM_PAST',
  'JOURNAL_KEY_WRONG',
  'JOURNAL_NOT_WRITABLE',
  'SECRET_UNREADABLE',
  'SECRET_MISSING',
  'SECRET_SEALED',
  'PASSPHRASE_NEEDED',
  'PASSPHRASE_WRONG',
])('%s has a sentence in both languages that names the profile', (code) => {
  const [vi, en] = openingSentence(withCode(code), '/p/chot')?.split(' / ') ?? []
  expect(vi).toContain('/p/chot')
  expect(vi).toMatch(/Hãy /)
  expect(en).toContain('/p/chot')
})

test('a page that was not built has a sentence that says how to build it', () => {
  expect(openingSentence(withCode('PAGE_NOT_BUILT'), '/p')).toContain('npm run build')
})

test.each([withCode('ENOENT'), new Error('x'), 'x', null])('anything else is a bug and has none (%s)', (error) => {
  expect(openingSentence(error, '/p')).toBeNull()
})
