import { expect, test } from 'vitest'
import { readStartOptions } from '../../../../main/setup/start-options.ts'

test('without arguments everything is left to the program', () => {
  expect(readStartOptions([], {})).toEqual({
    shell: null,
    port: null,
    profile: null,
    open: true,
    locale: 'vi',
    installed: false,
  })
})

test('every option is read', () => {
  expect(readStartOptions(['--shell', 'serve', '--port=0', '--profile', '/p', '--no-open', '--installed'], {})).toEqual(
    {
      shell: 'serve',
      port: '0',
      profile: '/p',
      open: false,
      locale: 'vi',
      installed: true,
    },
  )
})

test.each([
  [['--shell', 'netscape'], 'netscape'],
  [['--port', 'abc'], 'abc'],
  [['--port', '65536'], '65536'],
  [['--nonsense'], '--nonsense'],
  [['-x'], '-x'],
  [['stray'], 'stray'],
  [['--port'], '--port'],
  [['--profile='], '--profile'],
  [['--no-open=1'], '--no-open'],
  [['--lang', 'fr'], 'fr'],
])('%j is an error that names what is wrong, in Vietnamese', (args, what) => {
  const read = readStartOptions(args, {})
  expect(read).toHaveProperty('error', expect.stringContaining(what))
  expect(read).toHaveProperty('error', expect.stringContaining('Cách dùng'))
})

test('the same in English, where that is asked for', () => {
  const read = readStartOptions(['--lang', 'en', '--nonsense'], {})
  expect(read).toEqual({ error: expect.stringMatching(/^There is no option "--nonsense"\.\nUsage: /) })
})

test.each([
  [['--help'], 'Cách dùng'],
  [['-h'], 'Cách dùng'],
  [['--help', '--lang', 'en'], 'Usage'],
])('%j is the page of help', (args, begins) => {
  const read = readStartOptions(args, {})
  expect(read).toHaveProperty('help', expect.stringContaining(begins))
  for (const option of ['--shell', '--port', '--profile', '--no-open', '--lang', '--help']) {
    expect(read).toHaveProperty('help', expect.stringContaining(option))
  }
})

test.each([
  [['--lang', 'en'], {}, 'en'],
  [[], { CHOT_LANG: 'en' }, 'en'],
  [['--lang', 'vi'], { CHOT_LANG: 'en' }, 'vi'],
  [[], { CHOT_LANG: 'fr' }, 'vi'],
  [[], {}, 'vi'],
])('the language is chosen as for the commands: %j with %j is %s', (args, env, locale) => {
  expect(readStartOptions(args, env)).toHaveProperty('locale', locale)
})
