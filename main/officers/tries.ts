/**
 * How often a wrong PIN may be tried: three times at once, then ever more slowly, and ten times in a row at all. The waits are
 * of running time: the laptop's clock may be set, and a kiosk that is started anew begins the wait anew.
 */
import type { Tries } from '../../shared/contract/officers.ts'
import { mostTries } from '../../shared/domain/officer/pin.ts'

/** The wait in seconds behind the third wrong one, the fourth, and so on. */
const waits = [30, 60, 120, 300, 900, 1_800, 3_600] as const
const freeTries = 3

/** Seconds that have to go by behind so many wrong ones. */
export const waitAfter = (tried: number): number => waits[tried - freeTries] ?? 0

/** Counts the waits of everybody. */
export class TryWaits {
  private readonly running: () => number
  /** By number: for how many tries, and until when. */
  private readonly waiting = new Map<string, { tried: number; until: number }>()

  /** @param running milliseconds that the program has run, which nobody can set */
  constructor(running: () => number) {
    this.running = running
  }

  /** How it stands with somebody who was tried so often in a row. */
  stand(number: string, tried: number): Tries {
    if (tried < freeTries) this.waiting.delete(number)
    else if (this.waiting.get(number)?.tried !== tried)
      this.waiting.set(number, { tried, until: this.running() + waitAfter(tried) * 1000 })
    const until = this.waiting.get(number)?.until ?? 0
    const left = Math.max(mostTries - tried, 0)
    return { left, waitSeconds: left === 0 ? 0 : Math.max(Math.ceil((until - this.running()) / 1000), 0) }
  }
}
