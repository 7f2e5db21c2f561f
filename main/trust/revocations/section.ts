/**
 * The hashes of one kind, searched where they lie. An index by their first two bytes, made in the one pass that checks
 * their order, leaves some fifteen of a million to look at.
 */
import { hashLength } from '../../../shared/domain/revocation.ts'
import type { Steps } from '../../../shared/domain/steps.ts'

const groups = 0x10000

/** Hashes that are checked in one step: a millisecond, and some where nothing is warm yet. */
const hashesInStep = 1 << 17

/** Compares the hash at `at` with one given. */
function compareAt(bytes: Buffer, at: number, hash: Uint8Array): number {
  for (let index = 0; index < hashLength; index++) {
    const difference = bytes[at + index]! - hash[index]!
    if (difference !== 0) return difference
  }
  return 0
}

/** Is each hash above the one before it? The first four bytes decide nearly always. */
function ascends(bytes: Buffer, at: number, last: number, first: number): boolean {
  return first > last || (first === last && compareAt(bytes, at, bytes.subarray(at - hashLength, at)) > 0)
}

/** Hashes in ascending order, in a part of a buffer. */
export class Section {
  readonly count: number
  private readonly bytes: Buffer
  private readonly from: number
  /** Of each two-byte beginning, how many hashes lie before the first that has it. */
  private readonly starts: Uint32Array

  private constructor(bytes: Buffer, from: number, count: number, starts: Uint32Array) {
    this.bytes = bytes
    this.from = from
    this.count = count
    this.starts = starts
  }

  /** A section of `count` hashes from `from` on; null where they do not ascend. They must lie within the buffer. */
  static *read(bytes: Buffer, from: number, count: number): Steps<Section | null> {
    const starts = new Uint32Array(groups + 1)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    let last = -1
    let group = -1
    for (let index = 0; index < count; index++) {
      if (index % hashesInStep === hashesInStep - 1) yield
      const at = from + index * hashLength
      const first = view.getUint32(at)
      if (!ascends(bytes, at, last, first)) return null
      while (group < first >>> 16) starts[++group] = index
      last = first
    }
    while (group < groups) starts[++group] = count
    return new Section(bytes, from, count, starts)
  }

  /** Is this hash (16 bytes) here? */
  has(hash: Uint8Array): boolean {
    const group = (hash[0]! << 8) | hash[1]!
    let low = this.starts[group]!
    let high = this.starts[group + 1]! - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const order = compareAt(this.bytes, this.from + middle * hashLength, hash)
      if (order === 0) return true
      if (order < 0) low = middle + 1
      else high = middle - 1
    }
    return false
  }
}
