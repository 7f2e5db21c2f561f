/** Canonical Huffman codes as deflate has them (RFC 1951 §3.2.2). */
import { Malformed } from './malformed.ts'

/** Bits of the longest code (RFC 1951 §3.2.7). */
export const longestCode = 15
/** Codes up to this many bits are decoded by one table look-up, the rare longer ones bit by bit. */
export const tableBits = 9

/** The bits of a table index in reverse: codes are packed from their most significant bit. */
const reversed = new Uint16Array(1 << tableBits)
for (let index = 1; index < reversed.length; index++) {
  reversed[index] = (reversed[index >> 1]! >> 1) | ((index & 1) << (tableBits - 1))
}

/** Working memory of `build`, reused: inflating is synchronous and never re-entered. */
const nextCode = new Uint16Array(longestCode + 2)
const offset = new Uint16Array(longestCode + 2)

/** A code: a table for short codes, counts and symbols for the rest. */
export class HuffmanCode {
  /** Indexed by the next `tableBits` bits: symbol × 16 + code length, or 0 where no short code fits. */
  readonly table = new Uint16Array(1 << tableBits)
  readonly countOfLength = new Uint16Array(longestCode + 1)
  readonly symbols: Uint16Array

  constructor(mostSymbols: number) {
    this.symbols = new Uint16Array(mostSymbols)
  }

  /**
   * Fills the code from `count` lengths at `from`. An over-subscribed code is refused, an incomplete one too, unless it
   * may be and is a single code of one bit or none at all, which real encoders send for distances.
   * @throws Malformed
   */
  build(lengths: Uint8Array, from: number, count: number, mayBeSingle = true): void {
    const { table, countOfLength, symbols } = this
    countOfLength.fill(0)
    table.fill(0)
    for (let symbol = 0; symbol < count; symbol++) countOfLength[lengths[from + symbol]!]!++
    const used = count - countOfLength[0]!
    countOfLength[0] = 0
    let left = 1
    nextCode[1] = 0
    offset[1] = 0
    for (let length = 1; length <= longestCode; length++) {
      const here = countOfLength[length]!
      left = (left << 1) - here
      if (left < 0) throw new Malformed('compression-damaged', 'over-subscribed code')
      nextCode[length + 1] = (nextCode[length]! + here) << 1
      offset[length + 1] = offset[length]! + here
    }
    if (left > 0 && !(mayBeSingle && used <= 1 && countOfLength[1] === used)) {
      throw new Malformed('compression-damaged', 'incomplete code')
    }
    for (let symbol = 0; symbol < count; symbol++) {
      const length = lengths[from + symbol]!
      if (length === 0) continue
      symbols[offset[length]!++] = symbol
      const code = nextCode[length]!++
      if (length > tableBits) continue
      const entry = (symbol << 4) | length
      const step = 1 << length
      for (let at = reversed[code]! >> (tableBits - length); at < table.length; at += step) table[at] = entry
    }
  }
}
