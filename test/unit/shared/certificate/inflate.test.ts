import { constants, deflateRawSync, deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inflateRaw, inflateZlib, mostBlocks } from '../../../../shared/certificate/inflate.ts'

const damaged = expect.objectContaining({ code: 'compression-damaged' })
const tooLarge = expect.objectContaining({ code: 'content-too-large' })
const limit = 1 << 20

/** Text-like content, long runs and noise: stored, fixed and dynamic blocks all occur. */
const content = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc.string({ unit: 'grapheme', maxLength: 2000 }).map((text) => new TextEncoder().encode(text)),
  fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 400 })).map(([part, times]) => {
    const whole = new Uint8Array(part.length * times)
    for (let copy = 0; copy < times; copy++) whole.set(part, copy * part.length)
    return whole
  }),
)
const settings = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  strategy: fc.constantFrom(constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE),
})

describe('inflate', () => {
  test('gives back whatever zlib deflates, however it was asked to', () => {
    fc.assert(
      fc.property(content, settings, (bytes, options) => {
        expect(inflateZlib(deflateSync(bytes, options), limit)).toEqual(Uint8Array.from(bytes))
        expect(inflateRaw(deflateRawSync(bytes, options), limit)).toEqual(Uint8Array.from(bytes))
      }),
      { numRuns: 400 },
    )
  })

  test('gives back megabytes, with codes longer than the table', () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index % 7 === 0 ? index % 251 : 32))
    expect(inflateZlib(deflateSync(bytes), limit)).toEqual(bytes)
  })

  test('accepts of any bytes only what zlib accepts too, and gives the same', () => {
    const valid = deflateSync(Buffer.from('Chốt kiểm soát '.repeat(20)))
    const alteration = fc.tuple(fc.nat(valid.length - 1), fc.integer({ min: 1, max: 255 }))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 100 }), alteration), (given) => {
        const bytes = given instanceof Uint8Array ? given : Buffer.from(valid)
        if (!(given instanceof Uint8Array)) bytes[given[0]]! ^= given[1]
        let ours: Uint8Array
        try {
          ours = inflateZlib(bytes, limit)
        } catch (error) {
          expect(error).toEqual(damaged)
          return
        }
        expect(ours).toEqual(Uint8Array.from(inflateSync(bytes)))
      }),
      { numRuns: 3000 },
    )
  })

  test('stops at the limit, to the byte', () => {
    const bomb = deflateSync(Buffer.alloc(50_000_000))
    expect(() => inflateZlib(bomb, 32_768)).toThrow(tooLarge)
    expect(() => inflateZlib(deflateSync(Buffer.alloc(1000)), 999)).toThrow(tooLarge)
    expect(inflateZlib(deflateSync(Buffer.alloc(1000)), 1000)).toHaveLength(1000)
    expect(() => inflateZlib(deflateSync(Buffer.alloc(1000), { level: 0 }), 999)).toThrow(tooLarge)
  })

  test('stops at so many blocks, though they hold nothing', () => {
    const empty = Buffer.from('000000ffff', 'hex')
    const last = Buffer.from('010000ffff', 'hex')
    const blocks = (count: number): Buffer => Buffer.concat([...Array<Buffer>(count - 1).fill(empty), last])
    expect(inflateRaw(blocks(mostBlocks), limit)).toHaveLength(0)
    expect(() => inflateRaw(blocks(mostBlocks + 1), limit)).toThrow(tooLarge)
    const thrifty = deflateRawSync(Buffer.from(Array.from({ length: 65_536 }, (_, index) => (index * 7919) % 251)), {
      memLevel: 1,
    })
    expect(inflateRaw(thrifty, limit)).toHaveLength(65_536)
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a header alone', Buffer.from('789c', 'hex')],
    ['a stream with bytes after it', Buffer.concat([deflateSync(Buffer.from('x')), Buffer.alloc(1)])],
    ['a stream without its checksum', deflateSync(Buffer.from('x')).subarray(0, -4)],
    ['a stream with a preset dictionary', deflateSync(Buffer.from('x'), { dictionary: Buffer.from('xyz') })],
    ['a distance before the start', Buffer.from('789c4b04020000000000', 'hex')],
    ['a block of the reserved kind', Buffer.from('789c0700000000', 'hex')],
  ])('refuses %s', (_what, bytes) => {
    expect(() => inflateZlib(bytes, limit)).toThrow(damaged)
  })

  test('refuses a wrong checksum', () => {
    const bytes = Buffer.from(deflateSync(Buffer.from('x')))
    bytes[bytes.length - 1]! ^= 1
    expect(() => inflateZlib(bytes, limit)).toThrow(damaged)
  })

  test('refuses bytes after the end of a bare stream', () => {
    expect(() => inflateRaw(Buffer.concat([deflateRawSync(Buffer.from('x')), Buffer.alloc(1)]), limit)).toThrow(damaged)
  })
})
