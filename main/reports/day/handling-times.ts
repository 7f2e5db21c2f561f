/** How long crossings took, held as a count a second, so that a year of them takes no more room than an hour. */
import type { Totals } from '../../../shared/domain/report/totals.ts'

/** What took longer was left standing, or the clock was set: an hour is the last step, in seconds. */
const longest = 3600

export class HandlingTimes {
  private readonly bySecond = new Uint32Array(longest + 1)
  private measured = 0

  /** @param milliseconds what is negative was not measured: the clock was set back meanwhile */
  take(milliseconds: number): void {
    if (!(milliseconds >= 0)) return
    const second = Math.min(longest, Math.round(milliseconds / 1000))
    this.bySecond[second] = (this.bySecond[second] ?? 0) + 1
    this.measured++
  }

  summary(): Totals['handling'] {
    if (this.measured === 0) return null
    return {
      measured: this.measured,
      median: this.share(0.5),
      ninetieth: this.share(0.9),
      longest: this.bySecond.findLastIndex((count) => count > 0),
    }
  }

  /** The least time that this share of all did not exceed. */
  private share(share: number): number {
    const wanted = Math.ceil(share * this.measured)
    let counted = 0
    return this.bySecond.findIndex((count) => (counted += count) >= wanted)
  }
}
