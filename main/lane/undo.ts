/** The key that takes the last decision back: what it would give back, and until when. */
import type { ShownCrossing } from '../../shared/contract/crossing-schemas.ts'
import type { Decision } from '../../shared/domain/crossing/crossing.ts'
import type { OpenCrossing } from '../../shared/domain/crossing/open-crossing.ts'

/** How long a decision can be taken back by one key, in milliseconds. After that it is corrected. */
export const undoable = 10_000

/** A decision that was recorded, and the crossing as it was before. */
interface Decided {
  seq: number
  /** Epoch milliseconds. */
  at: number
  decision: Decision
  open: OpenCrossing
}

/** The last decision of one lane, while it is fresh. */
export class Undo {
  private readonly tooLate: () => void
  private last: Decided | null = null
  private timer: NodeJS.Timeout | undefined

  /** @param tooLate told once a decision can no longer be taken back */
  constructor(tooLate: () => void) {
    this.tooLate = tooLate
  }

  /** As the screen shows it; null: there is nothing to take back. */
  shown(): ShownCrossing['undo'] {
    const { last } = this
    return last && { seq: last.seq, decision: last.decision, until: last.at + undoable }
  }

  /** From now on the key takes this decision back. */
  offer(decided: Decided): void {
    this.forget()
    this.last = decided
    this.timer = setTimeout(() => {
      this.last = null
      this.tooLate()
    }, undoable)
    this.timer.unref()
  }

  /** What would be taken back at an instant (epoch milliseconds), or why nothing. */
  at(instant: number): Decided | 'nothing' | 'too-late' {
    const { last } = this
    if (!last) return 'nothing'
    return instant > last.at + undoable ? 'too-late' : last
  }

  /** Speaks of the last decision no more; of none but `seq`'s, where that is given. */
  forget(seq?: number): void {
    if (seq !== undefined && this.last?.seq !== seq) return
    clearTimeout(this.timer)
    this.last = null
  }
}
