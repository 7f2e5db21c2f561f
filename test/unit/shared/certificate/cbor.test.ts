import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode as decodeWithCbor2 } from 'cbor2'
import { encode as encodeWithCborg } from 'cborg'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeCbor } from '../../../../authority/cbor-encode.ts'
import { decodeCbor, Tagged, type CborValue } from '../../../../shared/certificate/cbor.ts'
import { cborToJson } from '../../../../shared/certificate/cbor-json.ts'
import { publicData } from '../../../conformance/public-data.ts'

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'))
const refusal = expect.objectContaining({ code: 'envelope-damaged' })

describe('cbor', () => {
  test.each([
    ['an integer', '1903e8', 1000],
    ['a negative integer', '3903e7', -1000],
    ['the least negative integer that is not a number', '3b001fffffffffffff', -9007199254740992n],
    ['a 64-bit integer', '1bffffffffffffffff', 18446744073709551615n],
    ['an integer in more bytes than it needs', '1b0000000000000001', 1],
    ['a half float', 'f93e00', 1.5],
    ['the smallest half float', 'f90001', 5.960464477539063e-8],
    ['a single float', 'fa47c35000', 100000],
    ['a double float', 'fb3ff199999999999a', 1.1],
    ['text', '64c490c490', 'ĐĐ'],
    ['text in pieces', '7f6161 6162 ff', 'ab'],
    ['false', 'f4', false],
    ['null', 'f6', null],
    ['undefined', 'f7', undefined],
    ['an array of unstated length', '9f0102ff', [1, 2]],
  ])('reads %s', (_what, bytes, value) => {
    expect(decodeCbor(hex(bytes))).toEqual(value)
  })

  test('reads maps of stated and unstated length alike', () => {
    const expected = new Map<number | string, CborValue>([
      [1, 'a'],
      ['k', true],
    ])
    expect(decodeCbor(hex('a2016161616bf5'))).toEqual(expected)
    expect(decodeCbor(hex('bf016161616bf5ff'))).toEqual(expected)
  })

  test('reads bytes in pieces', () => {
    expect(decodeCbor(hex('5f 4101 420203 ff'))).toEqual(Uint8Array.of(1, 2, 3))
  })

  test('keeps a tag with what it is on', () => {
    expect(decodeCbor(hex('d81c01'))).toEqual(new Tagged(28, 1))
  })

  test.each([
    ['nothing at all', ''],
    ['bytes after the end', '0101'],
    ['an array that ends early', '8201'],
    ['a text longer than the input', '7a7fffffff61'],
    ['an array of 2^32 items', '9affffffff'],
    ['a map of 2^53 pairs', 'bb0020000000000000'],
    ['bytes of a 64-bit length', '5bffffffffffffffff'],
    ['a reserved argument', '1c'],
    ['a break outside', 'ff'],
    ['an integer of unstated length', '1f'],
    ['a text piece within bytes', '5f6161ff'],
    ['a piece of unstated length within pieces', '5f5f4101ffff'],
    ['a key twice', 'a201010102'],
    ['a key twice, once as a float', 'a20101f93c0002'],
    ['an array as a key', 'a1800 1'],
    ['invalid UTF-8', '61ff'],
    ['invalid UTF-8 in a long text', `7828${'ff'.repeat(40)}`],
    ['not a number', 'f97e00'],
    ['infinity', 'fb7ff0000000000000'],
    ['an unassigned simple value', 'f0'],
    ['a simple value in two bytes', 'f8ff'],
    ['seventeen arrays inside each other', `${'81'.repeat(17)}01`],
    ['seventeen tags on each other', `${'c1'.repeat(17)}01`],
    ['more items than any certificate', `991388${'00'.repeat(5000)}`],
    ['more pieces than any certificate', `5f${'40'.repeat(5000)}ff`],
  ])('refuses %s', (_what, bytes) => {
    expect(() => decodeCbor(hex(bytes))).toThrow(refusal)
  })

  test('reads sixteen arrays inside each other', () => {
    expect(() => decodeCbor(hex(`${'81'.repeat(16)}01`))).not.toThrow()
  })

  test('as JSON, a key named __proto__ is a key like any other and pollutes nothing', () => {
    const json = cborToJson(decodeCbor(hex('a1695f5f70726f746f5f5fa161780a'))) as Record<string, unknown>
    expect(Object.keys(json)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(json)).toBe(Object.prototype)
    expect(({} as { x?: unknown }).x).toBeUndefined()
  })

  test('as JSON, tags vanish, bytes are hex, undefined is null and large integers are text', () => {
    const value = decodeCbor(hex('85 c0 6161 420fff f7 1bffffffffffffffff fb3ff8000000000000'))
    expect(cborToJson(value)).toEqual(['a', '0fff', null, '18446744073709551615', 1.5])
  })

  const key = fc.oneof(fc.integer({ min: -(2 ** 31), max: 2 ** 31 }), fc.string({ unit: 'binary' }))
  const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', maxDepth: 5 },
      fc.integer(),
      fc.string({ unit: 'binary' }),
      fc.boolean(),
      fc.constant(null),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.uint8Array(),
      fc.array(tie('value'), { maxLength: 5 }),
      fc
        .uniqueArray(fc.tuple(key, tie('value')), { maxLength: 5, selector: ([name]) => name })
        .map((pairs) => new Map(pairs)),
    ),
  }))

  test('reads whatever another implementation writes', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const read = decodeCbor(encodeWithCborg(value))
        expect(normal(read)).toEqual(normal(value as CborValue))
      }),
    )
  })

  test('what it accepts of any bytes, another strict decoder accepts too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        let ours: CborValue
        try {
          ours = decodeCbor(bytes)
        } catch (error) {
          expect(error).toEqual(refusal)
          return
        }
        expect(() => decodeWithCbor2(bytes, { rejectDuplicateKeys: true, ignoreGlobalTags: true })).not.toThrow()
        expect(ours).not.toBeNaN()
      }),
      { numRuns: 3000 },
    )
  })

  test('the authority’s encoder writes what it reads back', () => {
    const value = new Map<number | string, number | string>([
      [1, 'a'],
      [-260, 70000],
      ['đ', -5],
    ])
    expect(decodeCbor(encodeCbor(value))).toEqual(value)
  })

  const appendixA = join(publicData, 'standards', 'cbor', 'appendix_a.json')
  interface Vector {
    hex: string
    decoded?: unknown
    diagnostic?: string
  }
  const vectors = existsSync(appendixA) ? (JSON.parse(readFileSync(appendixA, 'utf8')) as Vector[]) : []
  /** Well-formed, and refused on purpose: no certificate needs them. */
  const refusedOnPurpose = new Set(['NaN', 'Infinity', '-Infinity', 'simple(16)', 'simple(24)', 'simple(255)'])

  test.skipIf(vectors.length === 0)('the examples of RFC 8949 appendix A (needs ../shared/data)', () => {
    for (const { hex: bytes, decoded, diagnostic } of vectors) {
      if (diagnostic !== undefined && refusedOnPurpose.has(diagnostic))
        expect(() => decodeCbor(hex(bytes))).toThrow(refusal)
      else if (decoded === undefined) expect(() => decodeCbor(hex(bytes))).not.toThrow()
      else if (typeof decoded === 'number' && Math.abs(decoded) > Number.MAX_SAFE_INTEGER && !bytes.startsWith('f')) {
        expect(JSON.stringify(cborToJson(decodeCbor(hex(bytes))))).toMatch(/^"(-?\d+|[0-9a-f]+)"$/)
      } else expect(cborToJson(decodeCbor(hex(bytes)))).toEqual(decoded)
    }
  })
})

/** Buffers as plain bytes, and −0 as 0, which integers do not know. */
function normal(value: CborValue): unknown {
  if (value instanceof Uint8Array) return Uint8Array.from(value)
  if (Array.isArray(value)) return value.map(normal)
  if (value instanceof Map) return new Map([...value].map(([name, item]) => [name, normal(item)]))
  return Object.is(value, -0) ? 0 : value
}
