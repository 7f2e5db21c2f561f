/** What `npm start` says on the way: three lines, wholly in the language that was chosen. */
import { expect, test } from 'vitest'
import { chooseShell, type Facts } from '../../../../main/setup/choose-shell.ts'
import { startWords } from '../../../../main/setup/start-words.ts'
import { locales } from '../../../../shared/language/locale.ts'

const facts: Facts[] = (['electron', 'browser', 'serve', null] as const).flatMap((requested) =>
  [true, false].flatMap((display) =>
    [true, false].flatMap((root) =>
      [null, '/edge'].flatMap((browser) =>
        [
          { state: 'present', binary: '/electron' } as const,
          { state: 'unreachable', why: { vi: 'không tải được', en: 'it could not be fetched' } } as const,
        ].map((electron) => ({ requested, display, root, browser, electron })),
      ),
    ),
  ),
)

test.each(facts)('the reason for what is opened is said in either language: %j', (given) => {
  const choice = chooseShell(given)
  if (choice.open === 'fetch-electron') throw new Error('nothing is absent here')
  expect(choice.why.vi).not.toBe(choice.why.en)
  expect(choice.why.vi).toMatch(/[À-ỹ]/)
  expect(choice.why.vi).not.toMatch(/\b(?:the|is|was|no|and|asked|found)\b/)
  expect(choice.why.en).not.toMatch(/[À-ỹ]/)
})

test('the set-up is told as it went', () => {
  const done = { installed: true, built: false, made: true, mode: 'practice', profile: '/p/chot' } as const
  expect(startWords.en.setUp(done)).toBe(
    'Set-up: dependencies installed, build was up to date, practice checkpoint made in /p/chot.',
  )
  expect(startWords.vi.setUp(done)).toBe(
    'Chuẩn bị: đã cài các gói cần dùng, màn hình vẫn là bản mới, đã tạo hồ sơ chốt tập huấn trong /p/chot.',
  )
  for (const locale of locales) expect(startWords[locale].shell('X', 'Y')).toContain('X, ')
})
