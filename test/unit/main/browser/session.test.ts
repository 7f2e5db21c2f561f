import { expect, test } from 'vitest'
import { openSession } from '../../../../main/browser/session.ts'

const cookieOf = (header: string | null): string => header?.split(';')[0] ?? ''

test('the token is taken once, and another takes its place', () => {
  const session = openSession(4980)
  const token = session.token()
  expect(session.exchange(token)).not.toBeNull()
  expect(session.exchange(token)).toBeNull()
  expect(session.token()).not.toBe(token)
})

test('the cookie is found among others', () => {
  const session = openSession(4980)
  const cookie = cookieOf(session.exchange(session.token()))
  expect(session.admits(`theme=1; ${cookie}; other=2`)).toBe(true)
})

test.each([undefined, '', 'chot-4980=', 'chot-4980', '=', 'x=y'])('the Cookie header %s is not enough', (header) => {
  expect(openSession(4980).admits(header)).toBe(false)
})

test('two runs on one port do not take each other’s cookie', () => {
  const one = openSession(4980)
  expect(openSession(4980).admits(cookieOf(one.exchange(one.token())))).toBe(false)
})
