/**
 * Inflate (RFC 1951) and its zlib wrapping (RFC 1950), for the half kilobyte inside a code.
 *
 * Our own because a queue waits on it: a platform's synchronous call builds a whole stream each time, and between two
 * signature checks, with cold caches, that costs more than all our other decoding. It stops at the output limit, so a
 * decompression bomb costs no more than the limit; it refuses bytes after the end and a wrong checksum.
 */
import { distanceBase, distanceExtra, lengthBase, lengthCodeOrder, lengthExtra } from './deflate-tables.ts'
import { freshBytes } from './fresh-bytes.ts'
import { HuffmanCode, longestCode, tableBits } from './huffman.ts'
import { Malformed } from './malformed.ts'

const fixedLiterals = new HuffmanCode(288)
fixedLiterals.build(new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280), 0, 288)
const fixedDistances = new HuffmanCode(32)
fixedDistances.build(new Uint8Array(32).fill(5), 0, 32)

/** Working memory, reused: inflating is synchronous and never re-entered. */
const lengths = new Uint8Array(320)
const lengthCode = new HuffmanCode(19)
const literals = new HuffmanCode(288)
const distances = new HuffmanCode(32)
let output = new Uint8Array(4096)

/**
 * A block may hold nothing and still bring tables to be built, so the output's limit alone does not bound the work. The
 * thriftiest encoder begins a block after 128 symbols (zlib at its lowest memory level): 512 of them in the largest card.
 */
export const mostBlocks = 1024

function damaged(why: string): Malformed {
  return new Malformed('compression-damaged', why)
}

class Inflater {
  /** Where the next unread byte is. */
  at: number
  private bits = 0
  private bitCount = 0
  private written = 0
  private readonly input: Uint8Array
  private readonly limit: number

  constructor(input: Uint8Array, at: number, limit: number) {
    this.input = input
    this.at = at
    this.limit = limit
  }

  run(): Uint8Array<ArrayBuffer> {
    let last = false
    for (let blocks = 1; !last; blocks++) {
      if (blocks > mostBlocks) throw new Malformed('content-too-large', `more than ${mostBlocks} blocks`)
      last = this.take(1) === 1
      const kind = this.take(2)
      if (kind === 0) this.copyStored()
      else if (kind === 1) this.decodeBlock(fixedLiterals, fixedDistances)
      else if (kind === 2) {
        this.readCodes()
        this.decodeBlock(literals, distances)
      } else throw damaged('unknown block')
    }
    // Whole bytes that were looked at ahead of time belong to what follows.
    this.at -= this.bitCount >> 3
    const bytes = freshBytes(this.written)
    bytes.set(output.subarray(0, this.written))
    return bytes
  }

  /** Makes sure of at least `count` (≤ 16) bits, as far as the input goes. */
  private fill(count: number): void {
    while (this.bitCount < count && this.at < this.input.length) {
      this.bits |= this.input[this.at++]! << this.bitCount
      this.bitCount += 8
    }
  }

  private take(count: number): number {
    this.fill(count)
    if (this.bitCount < count) throw damaged('input ends early')
    const value = this.bits & ((1 << count) - 1)
    this.bits >>>= count
    this.bitCount -= count
    return value
  }

  private symbol(code: HuffmanCode): number {
    this.fill(longestCode)
    const entry = code.table[this.bits & ((1 << tableBits) - 1)]!
    const length = entry & 15
    if (length === 0) return this.longSymbol(code)
    if (length > this.bitCount) throw damaged('input ends early')
    this.bits >>>= length
    this.bitCount -= length
    return entry >> 4
  }

  /** Canonical decoding bit by bit, for codes longer than the table. */
  private longSymbol(huffman: HuffmanCode): number {
    let code = 0
    let first = 0
    let index = 0
    for (let length = 1; length <= longestCode; length++) {
      code |= this.take(1)
      const count = huffman.countOfLength[length]!
      if (code - count < first) return huffman.symbols[index + (code - first)]!
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw damaged('no such code')
  }

  private reserve(count: number): void {
    const needed = this.written + count
    if (needed > this.limit) throw new Malformed('content-too-large', `more than ${this.limit} bytes inside`)
    if (needed <= output.length) return
    const larger = new Uint8Array(Math.min(this.limit, Math.max(needed, output.length * 2)))
    larger.set(output.subarray(0, this.written))
    output = larger
  }

  private copyStored(): void {
    this.at -= this.bitCount >> 3
    this.bits = 0
    this.bitCount = 0
    const { input, at } = this
    if (at + 4 > input.length) throw damaged('input ends early')
    const length = input[at]! | (input[at + 1]! << 8)
    const complement = input[at + 2]! | (input[at + 3]! << 8)
    if ((length ^ complement) !== 0xffff) throw damaged('stored length does not match')
    this.at = at + 4 + length
    if (this.at > input.length) throw damaged('input ends early')
    this.reserve(length)
    output.set(input.subarray(at + 4, this.at), this.written)
    this.written += length
  }

  private readCodes(): void {
    const literalCount = this.take(5) + 257
    const distanceCount = this.take(5) + 1
    const lengthCodeCount = this.take(4) + 4
    if (literalCount > 286 || distanceCount > 30) throw damaged('too many codes')
    lengths.fill(0)
    for (let index = 0; index < lengthCodeCount; index++) lengths[lengthCodeOrder[index]!] = this.take(3)
    lengthCode.build(lengths, 0, 19, false)
    lengths.fill(0)
    const all = literalCount + distanceCount
    for (let index = 0; index < all; ) {
      const symbol = this.symbol(lengthCode)
      if (symbol < 16) {
        lengths[index++] = symbol
        continue
      }
      if (symbol === 16 && index === 0) throw damaged('nothing to repeat')
      const value = symbol === 16 ? lengths[index - 1]! : 0
      const times = symbol === 16 ? 3 + this.take(2) : symbol === 17 ? 3 + this.take(3) : 11 + this.take(7)
      if (index + times > all) throw damaged('too many lengths')
      lengths.fill(value, index, index + times)
      index += times
    }
    if (lengths[256] === 0) throw damaged('no end of block')
    literals.build(lengths, 0, literalCount)
    distances.build(lengths, literalCount, distanceCount)
  }

  private decodeBlock(literalCode: HuffmanCode, distanceCode: HuffmanCode): void {
    for (;;) {
      const symbol = this.symbol(literalCode)
      if (symbol < 256) {
        if (this.written === output.length || this.written === this.limit) this.reserve(1)
        output[this.written++] = symbol
        continue
      }
      if (symbol === 256) return
      const lengthAt = symbol - 257
      if (lengthAt >= lengthBase.length) throw damaged('no such length')
      const length = lengthBase[lengthAt]! + this.take(lengthExtra[lengthAt]!)
      const distanceAt = this.symbol(distanceCode)
      if (distanceAt >= distanceBase.length) throw damaged('no such distance')
      const distance = distanceBase[distanceAt]! + this.take(distanceExtra[distanceAt]!)
      if (distance > this.written) throw damaged('distance reaches before the start')
      this.reserve(length)
      // Byte by byte: source and target may overlap, and mostly the runs are short.
      for (let end = this.written + length; this.written < end; this.written++) {
        output[this.written] = output[this.written - distance]!
      }
    }
  }
}

function adler32(bytes: Uint8Array): number {
  let low = 1
  let high = 0
  for (let index = 0; index < bytes.length; ) {
    // 3,800 additions fit before the sums can pass 32 bits (RFC 1950 §9).
    for (const end = Math.min(index + 3800, bytes.length); index < end; index++) {
      low += bytes[index]!
      high += low
    }
    low %= 65521
    high %= 65521
  }
  return ((high << 16) | low) >>> 0
}

/**
 * Inflates a zlib stream (RFC 1950). Header, checksum and end are all checked.
 * @param limit the most bytes that may come out
 * @throws Malformed
 */
export function inflateZlib(input: Uint8Array, limit: number): Uint8Array<ArrayBuffer> {
  const method = input[0] ?? 0
  const flags = input[1] ?? 0
  const isZlib = (method & 15) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0 && (flags & 32) === 0
  if (input.length < 6 || !isZlib) throw damaged('not a zlib stream')
  const inflater = new Inflater(input, 2, limit)
  const bytes = inflater.run()
  const { at } = inflater
  if (at + 4 !== input.length) throw damaged('checksum missing or bytes after the end')
  const stated = ((input[at]! << 24) | (input[at + 1]! << 16) | (input[at + 2]! << 8) | input[at + 3]!) >>> 0
  if (stated !== adler32(bytes)) throw damaged('checksum does not match')
  return bytes
}

/**
 * Inflates a bare deflate stream (RFC 1951), as JWS `zip: "DEF"` carries it. Bytes after the end are refused.
 * @param limit the most bytes that may come out
 * @throws Malformed
 */
export function inflateRaw(input: Uint8Array, limit: number): Uint8Array<ArrayBuffer> {
  const inflater = new Inflater(input, 0, limit)
  const bytes = inflater.run()
  if (inflater.at !== input.length) throw damaged('bytes after the end')
  return bytes
}
