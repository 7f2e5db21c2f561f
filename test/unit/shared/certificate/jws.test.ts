import { describe, expect, test } from 'vitest'
import { readJsonObject, readJws } from '../../../../shared/certificate/jws.ts'

const encode = (text: string): string => Buffer.from(text).toString('base64url')
const jws = (header: string, payload = 'x', signature = 'y'): string =>
  [header, payload, signature].map(encode).join('.')
const refusal = expect.objectContaining({ code: 'envelope-damaged' })

describe('a compact JWS', () => {
  test('is taken apart into header, payload, signature and what was signed', () => {
    const text = jws('{"alg":"ES256"}', 'payload', 'signature')
    expect(readJws(text)).toEqual({
      header: { alg: 'ES256' },
      payload: new Uint8Array(Buffer.from('payload')),
      signature: new Uint8Array(Buffer.from('signature')),
      signed: new Uint8Array(Buffer.from(text.slice(0, text.lastIndexOf('.')))),
    })
  })

  test.each([
    ['two parts', 'e30.eA'],
    ['four parts', 'e30.eA.eA.eA'],
    ['an empty payload (detached content)', 'e30..eA'],
    ['an empty signature', 'e30.eA.'],
    ['the alphabet of plain base64', 'e30.+/8.eA'],
    ['padding', 'e30=.eA.eA'],
    ['bits beyond the last byte', 'e31.eA.eA'],
    ['a header that is no JSON', jws('{')],
    ['a header that is no object', jws('[]')],
    ['a header with one member twice', jws('{"alg":"ES256","alg":"none"}')],
    ['an extension that must be understood', jws('{"alg":"ES256","crit":["b64"],"b64":false}')],
  ])('is refused with %s', (_what, text) => {
    expect(() => readJws(text)).toThrow(refusal)
  })
})

describe('a JSON object in bytes', () => {
  test('keeps a member called __proto__ as data', () => {
    const read = readJsonObject(Buffer.from('{"__proto__":{"admin":true}}'))
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
    expect(read && Object.hasOwn(read, '__proto__')).toBe(true)
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  test.each([
    ['a byte-order mark', Buffer.from('\uFEFF{}')],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['something after the object', Buffer.from('{} {}')],
    ['a list', Buffer.from('[]')],
    ['a thousand levels', Buffer.from(`{"a":${'['.repeat(1000)}${']'.repeat(1000)}}`)],
  ])('is none with %s', (_what, bytes) => {
    expect(readJsonObject(bytes)).toBeNull()
  })
})
