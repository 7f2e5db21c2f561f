import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalBytes, canonicalize } from '../../../../shared/certificate/jcs.ts'
import { readJson, type Json } from '../../../../shared/certificate/json.ts'
import { publicData } from '../../../conformance/public-data.ts'

const vectors = join(publicData, 'standards', 'jcs')
/** What I-JSON may hold: no half surrogate pairs, no numbers beyond a double. */
const anyJson = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }) as fc.Arbitrary<Json>

describe('jcs', () => {
  test.skipIf(!existsSync(vectors)).each(['arrays', 'french', 'structures', 'unicode', 'values', 'weird'])(
    'writes the published example %s to the byte',
    (name) => {
      const written = canonicalBytes(readJson(readFileSync(join(vectors, 'input', `${name}.json`), 'utf8')))
      const hex = readFileSync(join(vectors, 'outhex', `${name}.txt`), 'utf8').replaceAll(/\s/g, '')
      expect(Buffer.from(written).toString('hex')).toBe(hex)
      expect(Buffer.from(written)).toEqual(readFileSync(join(vectors, 'output', `${name}.json`)))
    },
  )

  test.each([
    ['-0', '0'],
    ['1e21', '1e+21'],
    ['100000000000000000000', '100000000000000000000'],
    ['1E-7', '1e-7'],
    ['0.000001', '0.000001'],
    ['9007199254740993', '9007199254740992'],
    ['5e-324', '5e-324'],
  ])('writes the number %s as %s (RFC 8785 appendix B)', (number, written) => {
    expect(canonicalize(readJson(number))).toBe(written)
  })

  test('orders names by UTF-16 code units, so that 😂 comes before דּ', () => {
    expect(canonicalize(readJson('{"\ufb33":1,"\ud83d\ude02":2}'))).toBe('{"\ud83d\ude02":2,"\ufb33":1}')
  })

  test('comes to the same text from any order of members and any spacing', () => {
    const shuffled = (value: Json): Json => {
      if (typeof value !== 'object' || value === null) return value
      if (Array.isArray(value)) return value.map(shuffled)
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([name, item]) => [name, shuffled(item)]),
      )
    }
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = canonicalize(value)
        expect(canonicalize(readJson(JSON.stringify(shuffled(value), null, 2)))).toBe(text)
        expect(canonicalize(readJson(text))).toBe(text)
      }),
    )
  })
})

describe('json to be canonicalised', () => {
  test('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = JSON.stringify(value)
        expect(readJson(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  test('never reads what JSON.parse refuses', () => {
    const almostJson = fc.string({
      unit: fc.constantFrom(...'{}[]",:\\ \t\n0129.eE+-u truefalsn\u0001'.split('')),
      maxLength: 12,
    })
    fc.assert(
      fc.property(almostJson, (text) => {
        let value: Json
        try {
          value = readJson(text)
        } catch {
          return
        }
        expect(value).toEqual(JSON.parse(text))
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['nothing', ''],
    ['two members of one name', '{"a":1,"a":1}'],
    ['two members of one name, one of them spelled out', '{"a":1,"\\u0061":2}'],
    ['half a surrogate pair', '"\ud83d"'],
    ['half a surrogate pair, spelled out', '"\\ud83d"'],
    ['a number beyond a double', '1e400'],
    ['a number that begins with nought', '01'],
    ['a control character in a text', '"\u0001"'],
    ['a text without end', `"${'a'.repeat(8000)}`],
    ['text after the value', '{} {}'],
    ['a comma before the end', '[1,]'],
    ['a comma alone', '[,]'],
    ['a member without a value', '{"a"}'],
    ['a byte-order mark', '\ufeff{}'],
    ['a comment', '/**/1'],
    ['spaces of other kinds', '\u00a01'],
    ['NaN', 'NaN'],
  ])('refuses %s', (_what, text) => {
    expect(() => readJson(text)).toThrow(expect.objectContaining({ code: 'text-damaged' }))
  })

  test.each(['[', '{"a":'])('refuses %s 4,000 deep', (opening) => {
    expect(() => readJson(opening.repeat(4000))).toThrow(expect.objectContaining({ code: 'content-too-large' }))
  })

  test('keeps a member called __proto__ as a member', () => {
    const value = readJson('{"__proto__":{"polluted":true}}') as Record<string, Json>
    expect(Object.keys(value)).toEqual(['__proto__'])
    expect('polluted' in value).toBe(false)
    expect(canonicalize(value)).toBe('{"__proto__":{"polluted":true}}')
  })
})
