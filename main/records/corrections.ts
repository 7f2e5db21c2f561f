/** Corrections of crossings that are recorded: each is an entry of its own, and what was recorded stays. */
import type { Corrected } from '../../shared/contract/crossing-schemas.ts'
import type { RecordedCrossing } from '../../shared/contract/recorded-schemas.ts'
import { lacksWords } from '../../shared/domain/crossing/close-crossing.ts'
import type { Crossing, Decision, Reason, Vehicle } from '../../shared/domain/crossing/crossing.ts'
import { wasGrave } from '../../shared/domain/crossing/expected-decisions.ts'
import type { Journal } from '../journal/index.ts'
import { remembered, type LaneMemory } from '../lane/index.ts'

/** Corrects crossings of a journal, and what the lane remembers of them. */
export class Corrections {
  private readonly journal: Journal
  private readonly memory: LaneMemory
  private readonly now: () => number

  constructor(journal: Journal, memory: LaneMemory, now: () => number) {
    this.journal = journal
    this.memory = memory
    this.now = now
  }

  /** A recorded crossing as it is now; null where there is none, or its content is erased. */
  read(seq: number): RecordedCrossing | null {
    return this.journal.crossing(seq)
  }

  /**
   * Corrects what was decided, the vehicle, or when it happened. The traveller's verdicts stay as they were.
   * @param happenedAt epoch milliseconds; null: when it was entered; absent: that stays as it is
   */
  amend(of: number, decision: Decision, vehicle: Vehicle | null, why: Reason, happenedAt?: number | null): Corrected {
    if (lacksWords(why)) return { recorded: false, code: 'words-needed' }
    const known = this.journal.crossing(of)
    if (!known) return { recorded: false, code: 'unknown' }
    if (decision === 'admitted' && decision !== known.crossing.decision && why.code !== 'other') {
      if (known.crossing.travellers.some(wasGrave)) return { recorded: false, code: 'words-needed' }
    }
    const entered = known.line.enteredAt ?? known.line.at
    const { happenedAt: before, ...rest } = known.crossing
    const at = happenedAt === undefined ? (before ?? entered) : (happenedAt ?? entered)
    if (at > entered) return { recorded: false, code: 'happened-after' }
    // A plate that was mistyped says nothing about why the vehicle was turned back.
    const reason = decision === known.crossing.decision ? known.crossing.reason : why
    const crossing: Crossing = { ...rest, ...(at === entered ? {} : { happenedAt: at }), decision, vehicle, reason }
    const record = this.journal.amendCrossing(of, crossing, why, this.now())
    // It may have been too long ago for the lane until now.
    if (record.recorded && (this.memory.get(of) || at > this.now() - remembered))
      this.memory.remember({ seq: of, at, crossing })
    return record
  }

  /** Says that it did not take place so. */
  void(of: number, why: Reason): Corrected {
    if (lacksWords(why)) return { recorded: false, code: 'words-needed' }
    const record = this.journal.voidCrossing(of, { undone: false, why }, this.now())
    if (record.recorded) this.memory.forget(of)
    return record
  }

  /** Adds words to it; nothing of it changes. */
  note(of: number, text: string): Corrected {
    return this.journal.noteCrossing(of, text, this.now())
  }
}
