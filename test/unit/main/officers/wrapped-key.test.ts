/** An officer's key as it is kept: three openers, and nothing opens without all of them. */
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { unwrapKey, wrapKey } from '../../../../main/officers/wrapped-key.ts'

const cheap = { N: 2, r: 1, p: 1 }
const secret = randomBytes(32)
const openers = { pin: '739164', badge: randomBytes(16), kiosk: randomBytes(32) }
const of = { officer: '1042', public: 'key' }

test('PIN, badge and kiosk together open it', async () => {
  expect(await unwrapKey(await wrapKey(secret, openers, of, cheap), openers, of)).toEqual(secret)
})

test.each([
  ['another PIN', { ...openers, pin: '739165' }],
  ['another badge', { ...openers, badge: randomBytes(16) }],
  ['no badge', { ...openers, badge: null }],
  ['another kiosk, as with a copied disk', { ...openers, kiosk: randomBytes(32) }],
])('%s opens nothing', async (_, others) => {
  expect(await unwrapKey(await wrapKey(secret, openers, of, cheap), others, of)).toBeNull()
})

test('one that is put in the place of another officer’s opens nothing', async () => {
  const wrapped = await wrapKey(secret, openers, of, cheap)
  expect(await unwrapKey(wrapped, openers, { ...of, officer: '1043' })).toBeNull()
  expect(await unwrapKey(wrapped, openers, { ...of, public: 'another' })).toBeNull()
})

test('a row that asks for the memory of the whole laptop is refused', async () => {
  const dear = (await wrapKey(secret, openers, of, cheap)).replace('"N":2', '"N":1073741824')
  expect(await unwrapKey(dear, openers, of)).toBeNull()
})

test('what is no wrapped key opens nothing', async () => {
  expect(await unwrapKey('', openers, of)).toBeNull()
  expect(await unwrapKey('{"cost":{}}', openers, of)).toBeNull()
})

test('each wrapping is another', async () => {
  expect(await wrapKey(secret, openers, of, cheap)).not.toBe(await wrapKey(secret, openers, of, cheap))
})
