/** The crossing that the lane decided last, and whether somebody corrected it since: the screen still speaks of it. */
import type { ShownCrossing } from '../../shared/contract/crossing-schemas.ts'
import type { Journal } from '../journal/index.ts'

/** The last decision of one lane. */
export class LastDecided {
  private readonly journal: Journal
  private seq: number | null = null
  private correction: ShownCrossing['corrected'] = null

  constructor(journal: Journal) {
    this.journal = journal
  }

  /** As the screen shows it; null: it stands as it was decided. */
  shown(): ShownCrossing['corrected'] {
    return this.correction
  }

  /** From now on this is the last one; null: it was taken back. */
  decided(seq: number | null): void {
    this.seq = seq
    this.correction = null
  }

  /** This crossing may have been corrected. */
  corrected(of: number): void {
    if (of !== this.seq) return
    const line = this.journal.crossing(of)?.line
    if (!line || line.state === 'recorded') return
    const { seq, decision, state } = line
    this.correction = { seq, decision, state }
  }
}
