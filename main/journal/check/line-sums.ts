/**
 * Sums over lines, a block each, by which two collections of lines are compared without keeping either. The hash is drawn
 * anew for every check, so that nobody can choose lines that come to the same sum.
 */
import { randomFillSync } from 'node:crypto'

interface Sum {
  count: number
  one: number
  two: number
}

/** Sums by the place of a block: what is added and taken away again leaves nothing. */
export class LineSums {
  private readonly sums = new Map<number, Sum>()
  private readonly seeds = randomFillSync(new Int32Array(2))

  /** A line is there once more (1) or once less (-1). */
  add(place: number, line: string, times: 1 | -1): void {
    let sum = this.sums.get(place)
    if (!sum) this.sums.set(place, (sum = { count: 0, one: 0, two: 0 }))
    // Two chains of multiplications by odd numbers, mixed at the end: 64 bits in all.
    let [one, two] = [this.seeds[0] ?? 0, this.seeds[1] ?? 0]
    for (let index = 0; index < line.length; index++) {
      const unit = line.charCodeAt(index)
      one = Math.imul(one ^ unit, 0x9e3779b1)
      two = Math.imul(two ^ unit, 0x5f356495)
    }
    one = Math.imul(one ^ (one >>> 16) ^ (two >>> 13), 0x85ebca6b)
    two = Math.imul(two ^ (two >>> 16) ^ (one >>> 13), 0xc2b2ae35)
    sum.count += times
    sum.one = (sum.one + times * (one ^ (one >>> 16))) | 0
    sum.two = (sum.two + times * (two ^ (two >>> 16))) | 0
  }

  /** The first place at which something is left; null: nowhere. */
  unequal(): number | null {
    let first: number | null = null
    for (const [place, { count, one, two }] of this.sums)
      if ((count !== 0 || one !== 0 || two !== 0) && (first === null || place < first)) first = place
    return first
  }
}
