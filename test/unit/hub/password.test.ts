/** What is kept of a password. */
import { expect, test } from 'vitest'
import { isPassword, verifierOf } from '../../../hub/accounts/password.ts'

test('proves this password and no other, each time by another salt', async () => {
  const [one, other] = [await verifierOf('một mật khẩu'), await verifierOf('một mật khẩu')]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(one).not.toBe(other)
  expect(await isPassword('một mật khẩu', one)).toBe(true)
  expect(await isPassword('một mật khâu', one)).toBe(false)
})

test('goes by the measure that stands in what is kept', async () => {
  const made = await verifierOf('x')
  expect(await isPassword('x', made.replace('t=2', 't=3'))).toBe(false)
  expect(await isPassword('x', made.replace('m=19456', 'm=19464'))).toBe(false)
})

test.each(['', 'x', '$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA', '$2b$10$abc'])(
  'is nobody’s where %j is kept',
  async (kept) => {
    expect(await isPassword('', kept)).toBe(false)
    expect(await isPassword('x', kept)).toBe(false)
  },
)

test('that nobody has is nobody’s', async () => {
  expect(await isPassword('', null)).toBe(false)
})
