import { expect, test } from 'vitest'
import { browserArguments } from '../../../../main/setup/browser-arguments.ts'

test('the address is a window of its own, with a user data folder of its own', () => {
  const args = browserArguments('http://127.0.0.1:4980/enter?t=x', '/p/browser', false)
  expect(args).toContain('--app=http://127.0.0.1:4980/enter?t=x')
  expect(args).toContain('--user-data-dir=/p/browser')
  expect(args).not.toContain('--kiosk')
})

test('the sandbox is given up for root alone', () => {
  expect(browserArguments('a', 'b', false)).not.toContain('--no-sandbox')
  expect(browserArguments('a', 'b', true)).toContain('--no-sandbox')
})
