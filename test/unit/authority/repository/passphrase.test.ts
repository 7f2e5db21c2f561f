/** Private keys at rest. */
import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { Passphrase, sealedSchema } from '../../../../authority/repository/passphrase.ts'

const cost = 16
const { privateKey } = generateKeyPairSync('ed25519')
const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' })

describe('a sealed key', () => {
  const sealed = new Passphrase('mật khẩu', cost).seal(privateKey, 'root')

  test('opens with the passphrase that sealed it', () => {
    const opened = new Passphrase('mật khẩu', cost).open(sealed, 'root')
    expect(opened?.export({ format: 'der', type: 'pkcs8' })).toEqual(pkcs8)
  })

  test('opens with the same passphrase typed in decomposed letters', () => {
    expect(new Passphrase('mật khẩu'.normalize('NFD'), cost).open(sealed, 'root')).not.toBeNull()
  })

  test('does not open with another passphrase', () => {
    expect(new Passphrase('mat khau', cost).open(sealed, 'root')).toBeNull()
  })

  test('does not open under another name', () => {
    expect(new Passphrase('mật khẩu', cost).open(sealed, 'targets')).toBeNull()
  })

  test('does not open when a byte of it was changed', () => {
    const bytes = Buffer.from(sealed.sealed, 'base64')
    bytes[0]! ^= 1
    const altered = { ...sealed, sealed: bytes.toString('base64') }
    expect(new Passphrase('mật khẩu', cost).open(altered, 'root')).toBeNull()
  })

  test('does not open with its tag cut short', () => {
    const tag = Buffer.from(sealed.cipher.tag, 'base64').subarray(0, 4).toString('base64')
    expect(new Passphrase('mật khẩu', cost).open({ ...sealed, cipher: { ...sealed.cipher, tag } }, 'root')).toBeNull()
  })

  test('shows nothing of the key', () => {
    expect(JSON.stringify(sealed)).not.toContain(pkcs8.toString('base64').slice(-20))
  })

  test('is stretched by 128 MiB of scrypt unless told otherwise', () => {
    expect(new Passphrase('mật khẩu').seal(privateKey, 'root').kdf).toMatchObject({
      name: 'scrypt',
      N: 131_072,
      r: 8,
      p: 1,
    })
  })

  test('that asks for more memory than there is, is no sealed key', () => {
    expect(v.is(sealedSchema, { ...sealed, kdf: { ...sealed.kdf, N: 2 ** 30 } })).toBe(false)
  })
})
