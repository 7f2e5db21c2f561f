import { expect, test } from 'vitest'
import { readStartOptions } from '../../../../main/setup/start-options.ts'

test('without arguments everything is left to the program', () => {
  expect(readStartOptions([])).toEqual({ shell: null, port: null, profile: null, open: true, installed: false })
})

test('every option is read', () => {
  expect(readStartOptions(['--shell', 'serve', '--port', '0', '--profile', '/p', '--no-open'])).toEqual({
    shell: 'serve',
    port: '0',
    profile: '/p',
    open: false,
    installed: false,
  })
})

test.each([[['--shell', 'netscape']], [['--nonsense']], [['stray']], [['--port']]])('%j is an error', (args) => {
  expect(readStartOptions(args)).toHaveProperty('error')
})
