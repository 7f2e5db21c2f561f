import { expect, test } from 'vitest'
import { browserArguments } from '../../../../main/setup/browser-arguments.ts'

const folder = { entrance: 'file:///p/browser/w/chot.html', userData: '/p/browser/w/data' }

test('the file is a window of its own, with a user data folder of its own', () => {
  const args = browserArguments(folder, false)
  expect(args).toContain('--app=file:///p/browser/w/chot.html')
  expect(args).toContain('--user-data-dir=/p/browser/w/data')
  expect(args).not.toContain('--kiosk')
})

test('the sandbox is given up for root alone', () => {
  expect(browserArguments(folder, false)).not.toContain('--no-sandbox')
  expect(browserArguments(folder, true)).toContain('--no-sandbox')
})
