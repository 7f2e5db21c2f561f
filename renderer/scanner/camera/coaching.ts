/** One piece of advice to whoever holds the code, from what the reader could make out in a frame it could not read. */
import type { Glimpse } from '../../../shared/barcode/read.ts'

export type Advice = 'aim' | 'closer' | 'steady' | 'dark'

/** Below this mean brightness (0 to 255) the picture is too dark for a code that does not light itself. */
const darkest = 32

/** A dense certificate has some 100 modules a side and needs three and a half pixels each. */
const longEnough = 350

/** What to say. `brightness` is the frame's mean, `glimpse` what looked like a code. */
export function advise(brightness: number, glimpse: Glimpse | null): Advice {
  if (glimpse && !glimpse.read) return glimpse.side < longEnough ? 'closer' : 'steady'
  return brightness < darkest ? 'dark' : 'aim'
}

/** Mean brightness of a plane, from every 64th pixel. */
export function meanBrightness(plane: Uint8Array): number {
  let sum = 0
  let count = 0
  for (let at = 0; at < plane.length; at += 64) {
    sum += plane[at] ?? 0
    count += 1
  }
  return count === 0 ? 0 : sum / count
}
