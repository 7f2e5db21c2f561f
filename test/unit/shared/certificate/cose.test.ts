import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { encodeCbor, type Encodable } from '../../../../authority/cbor-encode.ts'
import { readSign1 } from '../../../../shared/certificate/cose.ts'
import { verifySignature } from '../../../../main/verify/signature.ts'
import { publicData } from '../../../conformance/public-data.ts'

const kid = Buffer.from('0102030405060708', 'hex')
const otherKid = Buffer.from('0807060504030201', 'hex')
const refusal = expect.objectContaining({ code: 'envelope-damaged' })

function message(protectedHeader: Encodable | null, unprotected: ReadonlyMap<number, Encodable> = new Map()): Buffer {
  const header = protectedHeader === null ? Buffer.alloc(0) : encodeCbor(protectedHeader)
  return encodeCbor([header, unprotected, Buffer.from('payload'), Buffer.alloc(64)])
}

const header = (...pairs: [number, Encodable][]): ReadonlyMap<number, Encodable> => new Map(pairs)
const tagged = (tag: string, bytes: Buffer): Buffer => Buffer.concat([Buffer.from(tag, 'hex'), bytes])
const plain = message(header([1, -7], [4, kid]))

describe('COSE_Sign1', () => {
  test.each([
    ['tagged as COSE_Sign1', tagged('d2', plain)],
    ['untagged', plain],
    ['tagged as CWT around COSE_Sign1', tagged('d83dd2', plain)],
    ['tagged as CWT alone', tagged('d83d', plain)],
    ['behind the tag of self-described CBOR', tagged('d9d9f7', plain)],
    ['behind the tag of self-described CBOR and those of CWT and COSE_Sign1', tagged('d9d9f7d83dd2', plain)],
  ])('is read %s', (_how, bytes) => {
    expect(readSign1(bytes).envelope).toMatchObject({ algorithm: 'ES256', kid: kid.toString('base64') })
  })

  test.each([
    ['tag 998', tagged('d903e6', plain)],
    ['tag 998 around COSE_Sign1', tagged('d903e6d2', plain)],
    ['COSE_Sign1 around CWT', tagged('d2d83d', plain)],
    ['COSE_Sign1 twice', tagged('d2d2', plain)],
    ['self-described CBOR twice', tagged('d9d9f7d9d9f7', plain)],
    ['self-described CBOR within', tagged('d2d9d9f7', plain)],
    ['three members', encodeCbor([Buffer.alloc(0), new Map(), Buffer.alloc(1)])],
    ['a detached payload', Buffer.from('d28440a0f640', 'hex')],
    ['a header that is no map', message(['x'])],
    ['an unprotected header that is no map', encodeCbor([Buffer.alloc(0), 'x', Buffer.alloc(1), Buffer.alloc(1)])],
    ['a map', encodeCbor(new Map())],
  ])('is refused with %s', (_what, bytes) => {
    expect(() => readSign1(bytes)).toThrow(refusal)
  })

  test('the protected key identifier wins over the unprotected one', () => {
    const { envelope } = readSign1(message(header([1, -7], [4, kid]), header([4, otherKid])))
    expect(envelope.kid).toBe(kid.toString('base64'))
  })

  test('an unprotected key identifier serves where none is protected', () => {
    expect(readSign1(message(header([1, -7]), header([4, otherKid]))).envelope.kid).toBe(otherKid.toString('base64'))
  })

  test.each([
    ['an empty protected header', null],
    ['a protected header that is an empty map', new Map()],
    ['a protected header without one', header([4, kid])],
  ])('an algorithm that stands only unprotected serves under %s: the key fixes it', (_what, protectedHeader) => {
    expect(readSign1(message(protectedHeader, header([1, -7]))).envelope.algorithm).toBe('ES256')
  })

  test.each([
    ['known', -7, 'ES256'],
    ['unknown', -257, null],
    ['a text', 'ES256', null],
  ])('where both headers name an algorithm the protected one counts: %s', (_what, value, algorithm) => {
    expect(readSign1(message(header([1, value]), header([1, -37]))).envelope.algorithm).toBe(algorithm)
  })

  test('a certificate whose algorithm stands only unprotected verifies, and with another key’s algorithm it does not', () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { envelope } = readSign1(message(null, header([1, -7])))
    const signature = sign('sha256', envelope.signed, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' })
    const key = { key: pair.publicKey, keyType: 'ec' }
    const answers = (['ES256', 'ES384', 'PS256', 'EdDSA'] as const).map((algorithm) =>
      verifySignature(algorithm, { ...envelope, signature }, key),
    )
    expect(answers).toEqual(['valid', 'mismatch', 'mismatch', 'mismatch'])
  })

  test('a key identifier that is a text is none, so that its certificate is of an unknown issuer', () => {
    expect(readSign1(message(header([1, -7], [4, kid.toString('base64')]))).envelope.kid).toBeNull()
  })

  test.each([
    ['names what is understood and there', header([1, -7], [2, [1, 4]], [4, kid])],
    ['names a content type', header([1, -7], [2, [3]], [3, 'application/cwt'])],
  ])('crit that %s is honoured', (_what, protectedHeader) => {
    expect(readSign1(message(protectedHeader)).envelope.algorithm).toBe('ES256')
  })

  test.each([
    ['names a number that is not known', header([1, -7], [2, [33]], [33, kid])],
    ['names a text', header([1, -7], [2, ['must']])],
    ['names what is not there', header([1, -7], [2, [4]])],
    ['names nothing', header([1, -7], [2, []])],
    ['is no list', header([1, -7], [2, 1])],
  ])('crit that %s is refused (RFC 9052 §3.1)', (_what, protectedHeader) => {
    expect(() => readSign1(message(protectedHeader))).toThrow(refusal)
  })

  test('crit that is not protected is refused', () => {
    expect(() => readSign1(message(header([1, -7]), header([2, [1]])))).toThrow(refusal)
  })

  test('an algorithm that we do not know is none', () => {
    expect(readSign1(message(header([1, -257]))).envelope.algorithm).toBeNull()
  })

  test('an empty protected map enters the signed bytes as an empty byte string (RFC 9052 §4.4)', () => {
    const { envelope } = readSign1(message(new Map()))
    expect(Buffer.from(envelope.signed).toString('hex')).toBe(
      `846a5369676e6174757265314040${encodeCbor(Buffer.from('payload')).toString('hex')}`,
    )
  })

  const folder = join(publicData, 'standards', 'cose')
  interface Example {
    title: string
    input: { sign0?: { key: { crv: string; x: string; y: string }; alg?: string; external?: string } }
    output: { cbor: string }
    fail?: boolean
  }
  const files = ['sign1-tests', 'ecdsa-examples']
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
  const examples = files
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Example)
    .filter(({ input }) => input.sign0 !== undefined && input.sign0.external === undefined)

  test.skipIf(examples.length === 0)(
    'the COSE working group’s Sign1 examples come out as they say (needs ../shared/data)',
    () => {
      for (const { title, input, output, fail } of examples) {
        const { crv, x, y } = input.sign0?.key ?? { crv: '', x: '', y: '' }
        const key = { key: createPublicKey({ key: { kty: 'EC', crv, x, y }, format: 'jwk' }), keyType: 'ec' }
        const valid = ((): boolean => {
          try {
            const { envelope } = readSign1(Buffer.from(output.cbor, 'hex'))
            return envelope.algorithm !== null && verifySignature(envelope.algorithm, envelope, key) === 'valid'
          } catch {
            return false
          }
        })()
        expect([title, valid]).toEqual([title, fail !== true])
      }
      expect(examples.length).toBeGreaterThan(5)
    },
  )
})
