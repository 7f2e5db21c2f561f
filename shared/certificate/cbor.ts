/**
 * CBOR (RFC 8949), small and strict against hostile input, tolerant of what issuers really send.
 *
 * Well-formed but not canonical input (non-minimal and indefinite lengths, any float width) is read: the signature
 * covers the bytes as sent. Ill-formed or ambiguous input is refused: duplicate keys, invalid UTF-8, NaN and
 * infinities, lengths beyond the input, nesting beyond `deepest`, bytes after the end.
 */
import { Malformed } from './malformed.ts'
import { decodeUtf8 } from './utf8.ts'

/** A tag (RFC 8949 §3.4) and what it is on. */
export class Tagged {
  readonly tag: number
  readonly value: CborValue
  constructor(tag: number, value: CborValue) {
    this.tag = tag
    this.value = value
  }
}

export type CborKey = number | bigint | string
export type CborMap = Map<CborKey, CborValue>
/** Integers beyond 2^53 are bigint, `undefined` is CBOR's own. */
export type CborValue =
  | number
  | bigint
  | string
  | boolean
  | null
  | undefined
  | Uint8Array
  | CborValue[]
  | CborMap
  | Tagged

/** Containers inside each other: twice as many as any certificate has. */
const deepest = 16
/** More items than any certificate has; bounds the memory that a small text can ask for. */
const mostItems = 4096
const breakByte = 0xff

function malformed(why: string): Malformed {
  return new Malformed('envelope-damaged', why)
}

class Reader {
  at = 0
  private items = 0
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  /** Made only where a number needs it: most messages have none wider than two bytes. */
  private view(): DataView {
    const { buffer, byteOffset, byteLength } = this.bytes
    return new DataView(buffer, byteOffset, byteLength)
  }

  value(depth: number): CborValue {
    if (depth > deepest) throw malformed('nested too deep')
    if (++this.items > mostItems) throw malformed('too many items')
    const initial = this.byte()
    const major = initial >> 5
    const additional = initial & 31
    switch (major) {
      case 0:
        return this.argument(additional)
      case 1: {
        const argument = this.argument(additional)
        if (typeof argument === 'bigint') return -1n - argument
        return argument === Number.MAX_SAFE_INTEGER ? -1n - BigInt(argument) : -1 - argument
      }
      case 2:
        return additional === 31 ? this.byteChunks() : this.span(this.length(additional))
      case 3:
        return additional === 31 ? this.textChunks() : this.text(this.length(additional))
      case 4:
        return this.array(additional, depth)
      case 5:
        return this.map(additional, depth)
      case 6: {
        const tag = this.argument(additional)
        if (typeof tag === 'bigint') throw malformed('tag too large')
        return new Tagged(tag, this.value(depth + 1))
      }
      default:
        return this.simple(additional)
    }
  }

  private byte(): number {
    const byte = this.bytes[this.at]
    if (byte === undefined) throw malformed('input ends early')
    this.at++
    return byte
  }

  /** The argument of an initial byte (RFC 8949 §3), in whatever width it was sent. */
  private argument(additional: number): number | bigint {
    if (additional < 24) return additional
    if (additional > 27) throw malformed('reserved argument')
    const width = 1 << (additional - 24)
    const { at, bytes } = this
    if (at + width > bytes.length) throw malformed('input ends early')
    this.at = at + width
    if (width === 1) return bytes[at]!
    if (width === 2) return (bytes[at]! << 8) | bytes[at + 1]!
    if (width === 4) return this.view().getUint32(at)
    const wide = this.view().getBigUint64(at)
    return wide <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(wide) : wide
  }

  private length(additional: number): number {
    const length = this.argument(additional)
    if (typeof length === 'bigint' || length > this.bytes.length - this.at) throw malformed('length beyond the input')
    return length
  }

  private span(length: number): Uint8Array {
    const from = this.at
    this.at += length
    return this.bytes.subarray(from, this.at)
  }

  private text(length: number): string {
    const from = this.at
    this.at += length
    return decodeUtf8(this.bytes, from, this.at)
  }

  /** Definite-length pieces of an indefinite string, up to the break (RFC 8949 §3.2.3). */
  private *pieces(major: number): Generator<number> {
    for (;;) {
      const initial = this.byte()
      if (initial === breakByte) return
      if (initial >> 5 !== major || (initial & 31) === 31) throw malformed('piece of another kind')
      if (++this.items > mostItems) throw malformed('too many items')
      yield this.length(initial & 31)
    }
  }

  private byteChunks(): Uint8Array {
    const parts: Uint8Array[] = []
    for (const length of this.pieces(2)) parts.push(this.span(length))
    return concatenate(parts)
  }

  private textChunks(): string {
    let text = ''
    for (const length of this.pieces(3)) text += this.text(length)
    return text
  }

  /** True where an indefinite array or map ends here; consumes the break. */
  private atBreak(): boolean {
    if (this.bytes[this.at] !== breakByte) return false
    this.at++
    return true
  }

  private array(additional: number, depth: number): CborValue[] {
    const list: CborValue[] = []
    if (additional === 31) {
      while (!this.atBreak()) list.push(this.value(depth + 1))
      return list
    }
    const length = this.length(additional)
    for (let index = 0; index < length; index++) list.push(this.value(depth + 1))
    return list
  }

  private map(additional: number, depth: number): CborMap {
    const map: CborMap = new Map()
    if (additional === 31) {
      while (!this.atBreak()) this.pair(map, depth)
      return map
    }
    const length = this.length(additional)
    for (let index = 0; index < length; index++) this.pair(map, depth)
    return map
  }

  private pair(map: CborMap, depth: number): void {
    const key = this.value(depth + 1)
    if (typeof key !== 'string' && typeof key !== 'number' && typeof key !== 'bigint')
      throw malformed('key of a strange kind')
    const before = map.size
    map.set(key, this.value(depth + 1))
    if (map.size === before) throw malformed('duplicate key')
  }

  private simple(additional: number): CborValue {
    switch (additional) {
      case 20:
        return false
      case 21:
        return true
      case 22:
        return null
      case 23:
        return undefined
      case 25:
        return finite(halfFloat(Number(this.argument(25))))
      case 26:
      case 27: {
        const from = this.at
        this.argument(additional)
        return finite(additional === 26 ? this.view().getFloat32(from) : this.view().getFloat64(from))
      }
      default:
        throw malformed('unassigned simple value')
    }
  }
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw malformed('not a finite number')
  return value
}

/** Half-precision float (RFC 8949 appendix D). */
function halfFloat(half: number): number {
  const exponent = (half >> 10) & 31
  const mantissa = half & 1023
  const size =
    exponent === 0
      ? mantissa * 2 ** -24
      : exponent === 31
        ? mantissa === 0
          ? Infinity
          : NaN
        : (mantissa + 1024) * 2 ** (exponent - 25)
  return half & 0x8000 ? -size : size
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/**
 * Decodes exactly one CBOR data item. Byte strings are views into `bytes`, not copies.
 * @throws Malformed
 */
export function decodeCbor(bytes: Uint8Array): CborValue {
  const reader = new Reader(bytes)
  const value = reader.value(0)
  if (reader.at !== bytes.length) throw malformed('bytes after the end')
  return value
}
