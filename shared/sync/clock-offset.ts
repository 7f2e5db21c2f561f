/** How far a kiosk's clock is from its hub's, as the hub's answers over the wire measure it: pure rules for both sides. */

/** By how much a clock may differ from the hub's before it is told. Milliseconds. */
export const mostOffset = 2 * 60_000

/** What a network costs is no fault of a clock. Milliseconds. */
export const leastOffset = 5000

/** A distance in its largest whole unit. @param offset milliseconds, above zero where the kiosk is ahead */
export function offsetOf(offset: number): { way: 'right' | 'ahead' | 'behind'; n: number; unit: string } {
  const seconds = Math.round(Math.abs(offset) / 1000)
  if (Math.abs(offset) < leastOffset) return { way: 'right', n: 0, unit: 'seconds' }
  const way = offset > 0 ? 'ahead' : 'behind'
  if (seconds < 120) return { way, n: seconds, unit: 'seconds' }
  if (seconds < 7200) return { way, n: Math.floor(seconds / 60), unit: 'minutes' }
  if (seconds < 172_800) return { way, n: Math.floor(seconds / 3600), unit: 'hours' }
  return { way, n: Math.floor(seconds / 86_400), unit: 'days' }
}
