/** Random bytes for salts and identifiers: drawn many at a time, since each draw from the system has its price. */
import { randomFillSync } from 'node:crypto'

const length = 16
const drawn = new Uint8Array(256 * length)
let used = drawn.length

/** 16 random bytes that nobody was given before. */
export function nextRandom(): Uint8Array {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  used += length
  return drawn.slice(used - length, used)
}
