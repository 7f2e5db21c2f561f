/** Writes what becomes of crossings: the one that is being built, its recording, and what is changed of recorded ones. */
import type { Crossing, Reason, Undecided } from '../../../shared/domain/crossing/crossing.ts'
import type { Content } from '../chain/content.ts'
import type { Crossings, Unchangeable } from './crossings.ts'
import type { Draft } from './draft.ts'
import type { AppendFailure } from '../file/failure.ts'
import type { Appended, Recorder } from '../chain/recorder.ts'

/** What came of changing a recorded crossing. */
export type Changed = Appended | { recorded: false; code: Unchangeable }

/** Whether the draft is on disk. */
export type DraftSaved = { saved: true } | { saved: false; code: AppendFailure }

/** The crossings of one journal, written. Instants are epoch milliseconds. */
export class CrossingWriter {
  private readonly recorder: Recorder
  private readonly crossings: Crossings
  private readonly draft: Draft

  constructor(recorder: Recorder, crossings: Crossings, draft: Draft) {
    this.recorder = recorder
    this.crossings = crossings
    this.draft = draft
  }

  /** Records one, and in the same instant puts `draft` in place of the one it came from. */
  record(crossing: Crossing, at: number, draft: string | null): Appended {
    const answer = this.recorder.write('crossing.recorded was not recorded', (): Appended => {
      const { seq } = this.recorder.append({ kind: 'crossing.recorded', payload: { crossing } }, at)
      // Nobody above has seen it yet: it is listed until somebody has.
      if (crossing.above?.by === 'emergency')
        this.recorder.append({ kind: 'emergency.admitted', payload: { crossing: seq } }, at)
      this.keepDraft(draft)
      return { recorded: true, seq, at }
    })
    return answer.written ? answer.value : { recorded: false, code: answer.code }
  }

  /** Records that one was given up undecided, and in the same instant puts `draft` in its place. */
  abandon(crossing: Undecided, at: number, draft: string | null): Appended {
    const content: Content = { kind: 'crossing.abandoned', payload: { crossing } }
    return this.recorder.record(content, at, () => this.keepDraft(draft))
  }

  /** From now on the crossing that entry `of` recorded is this. */
  amend(of: number, crossing: Crossing, why: Reason, at: number): Changed {
    const payload = { of, crossing, why }
    return this.change(of, { kind: 'crossing.amended', payload }, at)
  }

  /** It did not take place so. `draft`, where given, is put back in the same instant. */
  void(of: number, told: { undone: boolean; why: Reason | null }, at: number, draft?: string | null): Changed {
    const payload = { of, ...told }
    return this.change(of, { kind: 'crossing.voided', payload }, at, draft)
  }

  /** A note on it, which changes nothing of it. One that was voided may want a note, too. */
  note(of: number, text: string, at: number): Changed {
    const code = this.crossings.unchangeable(of)
    if (code !== null && code !== 'voided') return { recorded: false, code }
    return this.recorder.record({ kind: 'crossing.noted', payload: { of, text } }, at)
  }

  /** Keeps the crossing that is being built, in place of what was kept before; null: there is none. */
  saveDraft(content: string | null): DraftSaved {
    const answer = this.recorder.write('the open crossing was not saved', () => this.keepDraft(content))
    return answer.written ? { saved: true } : { saved: false, code: answer.code }
  }

  private change(of: number, content: Content, at: number, draft?: string | null): Changed {
    const code = this.crossings.unchangeable(of)
    if (code) return { recorded: false, code }
    return this.recorder.record(content, at, () => {
      if (draft !== undefined) this.keepDraft(draft)
    })
  }

  private keepDraft(content: string | null): void {
    this.draft.write(content, this.recorder.end())
  }
}
