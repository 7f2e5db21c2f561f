/** What happens on practice days, recorded as at a post: scans and decisions, what is corrected later, and shifts. */
import type { Who } from '../../shared/ledger/officers.ts'
import type { Above } from '../../shared/domain/crossing/above-schema.ts'
import type { Crossing } from '../../shared/domain/crossing/crossing.ts'
import type { Appended, Journal } from '../journal/index.ts'
import { LaneMemory, Referrals } from '../lane/index.ts'
import { scanTimes, type AtTheBar } from './day-plan.ts'
import type { Later, Passage } from './passage.ts'
import type { PracticePost } from './practice-post.ts'

/** What was recorded. */
export type Filled = Record<
  'crossings' | 'abandoned' | 'scans' | 'amended' | 'voided' | 'noted' | 'returned' | 'shifts',
  number
>

/** The disk took an entry no more. */
export class PracticeNotRecorded extends Error {
  readonly code = 'PRACTICE_NOT_RECORDED'
}

const minute = 60_000

/** Something that is done at an instant, epoch milliseconds. */
export interface Deed {
  at: number
  act: (at: number) => void
}

/** A crossing that is in the journal. */
interface Recorded {
  seq: number
  at: number
  crossing: Crossing
}

/** Plays what is planned, into a journal. */
export class Player {
  readonly filled: Filled = {
    crossings: 0,
    abandoned: 0,
    scans: 0,
    amended: 0,
    voided: 0,
    noted: 0,
    returned: 0,
    shifts: 0,
  }
  private readonly journal: Journal
  private readonly post: PracticePost | null
  private readonly emergencies: number[] = []
  /** What the lane of a post would remember, which knows who is waited for. */
  private readonly memory = new LaneMemory()
  private readonly referrals: Referrals
  private now = 0

  constructor(journal: Journal, post: PracticePost | null) {
    this.journal = journal
    this.post = post
    this.referrals = new Referrals(this.memory, () => this.now)
  }

  /**
   * The officer of the next shift comes, takes over and opens it.
   * @param closed the shift before; null: this is the first
   */
  comeOn(at: number, closed: { seq: number; by: Who | null } | null): void {
    const { post, journal } = this
    if (!post) return
    post.comeOn(this.filled.shifts, at)
    if (closed && post.who)
      demand(journal.shifts.take({ takesOver: { closed: closed.seq, from: closed.by }, orders: null }, post.who, at))
    demand(journal.shifts.open(post.who, at))
  }

  /** What a passage brings about: its scans, its decision, and what is done about it later. */
  deeds(there: AtTheBar): Deed[] {
    const { passage } = there
    const { at, scans, later } = passage
    const seqs = new Map<number, number>()
    let recorded: Recorded | null = null
    const scanned = scanTimes(there).flatMap((instant, index): Deed[] => {
      const scan = scans[index]
      return scan ? [{ at: instant, act: () => this.scan(scan, seqs, instant) }] : []
    })
    const decided: Deed = { at, act: () => void (recorded = this.decide(passage, seqs)) }
    if (!later) return [...scanned, decided]
    const after: Deed = {
      at: at + later.minutes * minute,
      act: (now) => recorded && this.after(later, recorded, now),
    }
    return [...scanned, decided, after]
  }

  closeShift(at: number): void {
    const by = this.post?.who ?? null
    this.now = at
    this.memory.prune(at)
    const open = { referrals: this.referrals.count(), emergencies: this.emergencies.length }
    const closed = this.journal.shifts.close(at, { by, post: null, open })
    if (!closed.recorded) throw notRecorded(closed.code)
    this.filled.shifts++
    this.seeEmergencies(at)
    this.comeOn(at, { seq: closed.seq, by })
  }

  /** The supervisor looks at what was done without one. */
  private seeEmergencies(at: number): void {
    const { post } = this
    const unseen = this.emergencies.splice(0)
    if (!post || unseen.length === 0) return
    post.asSupervisor(at, () => {
      for (const crossing of unseen) post.see(crossing, at)
    })
  }

  private scan({ verdict, of }: Passage['scans'][number], seqs: Map<number, number>, at: number): void {
    const seq = recordedAs(this.journal.recordScan(verdict, 'scanner', at))
    this.filled.scans++
    if (of !== null) seqs.set(of, seq)
  }

  private decide({ at, crossing, decided, isReturn }: Passage, seqs: ReadonlyMap<number, number>): Recorded | null {
    const travellers = crossing.travellers.map((each, index) =>
      each.certificate ? { ...each, certificate: { ...each.certificate, scan: seqs.get(index) ?? null } } : each,
    )
    if (decided === null) {
      recordedAs(this.journal.abandonCrossing({ ...crossing, travellers }, at, null))
      this.filled.abandoned++
      return null
    }
    const above = this.aboveOf(crossing.outcome, decided, at)
    const whole = { ...crossing, travellers, ...decided, ...(above && { above }) }
    const seq = recordedAs(this.journal.recordCrossing(whole, at, null))
    if (above?.by === 'emergency') this.emergencies.push(seq)
    this.memory.remember({ seq, at, crossing: whole })
    this.filled.crossings++
    if (isReturn) this.filled.returned++
    return { seq, at, crossing: whole }
  }

  /** On whose word somebody passes whom a check has rejected: that is not an officer's to decide. */
  private aboveOf(
    outcome: Crossing['outcome'],
    { decision, reason }: NonNullable<Passage['decided']>,
    at: number,
  ): Above | null {
    if (!this.post || outcome !== 'rejected' || decision !== 'admitted') return null
    const permitted = reason?.code === 'emergency' ? null : this.post.permit(at)
    return permitted === null ? { by: 'emergency' } : { by: 'permission', entries: [permitted] }
  }

  private after(later: Later, recorded: Recorded, at: number): void {
    // Corrections are a supervisor's; a note is anybody's.
    const change = () => this.change(later, recorded, at)
    const changed = this.post && later.kind !== 'noted' ? this.post.asSupervisor(at, change) : change()
    if (!changed.recorded) throw notRecorded(changed.code)
    this.filled[later.kind]++
  }

  private change(later: Later, { seq, at: passed, crossing }: Recorded, at: number) {
    switch (later.kind) {
      case 'amended': {
        const amended = otherWay(crossing)
        this.memory.remember({ seq, at: passed, crossing: amended })
        return this.journal.amendCrossing(seq, amended, enteredWrongly, at)
      }
      case 'voided':
        this.memory.forget(seq)
        return this.journal.voidCrossing(seq, { undone: false, why: enteredWrongly }, at)
      case 'noted':
        return this.journal.noteCrossing(seq, later.text, at)
    }
  }
}

const enteredWrongly = { code: 'entered-wrongly', note: null } as const

/** Entered as going in where it went out, or the other way round. */
function otherWay(crossing: Crossing): Crossing {
  const { direction, vehicle } = crossing
  return {
    ...crossing,
    direction: direction === 'in' ? 'out' : 'in',
    vehicle: vehicle && { ...vehicle, from: vehicle.to, to: vehicle.from },
  }
}

function recordedAs(answer: Appended): number {
  if (!answer.recorded) throw notRecorded(answer.code)
  return answer.seq
}

function demand(answer: { recorded: true } | { recorded: false; code: string }): void {
  if (!answer.recorded) throw notRecorded(answer.code)
}

const notRecorded = (code: string): PracticeNotRecorded => new PracticeNotRecorded(`nothing more was recorded: ${code}`)
