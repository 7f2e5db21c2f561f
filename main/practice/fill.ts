/** Fills a journal with practice days, by the code that records: nothing in it is made otherwise than at a post. */
import type { Who } from '../../shared/ledger/officers.ts'
import { startOfLocalDay } from '../../shared/language/time.ts'
import type { Appended, Journal } from '../journal/index.ts'
import type { Crossing } from '../../shared/domain/crossing/crossing.ts'
import type { Above } from '../../shared/domain/crossing/above-schema.ts'
import { chance, pickByShare, type Shares } from './chance.ts'
import type { PracticePost } from './practice-post.ts'
import { passage, type Later, type Passage } from './passage.ts'

/** What is asked for. The same seed and days make the same entries. */
export interface Practice {
  /** Whole days, up to yesterday. */
  days: number
  /** Crossings a day. */
  crossings: number
  seed: number
  /** Epoch milliseconds. */
  now: number
}

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
const hour = 60 * minute
const day = 24 * hour

/** How many of a hundred crossings come in each hour: few at night, most when people go to work and home. */
const byHour: Shares<number> = [1, 1, 1, 1, 2, 4, 7, 9, 7, 5, 5, 5, 4, 4, 5, 5, 6, 8, 7, 4, 3, 3, 2, 1].map(
  (share, begun) => [begun, share],
)

/** When shifts end, in hours of the day. */
const shiftEnds = [6, 14, 22] as const

/** A seed's draws that are about days are not those that are about passages. */
const ofDays = 0x5eed

/** Where a practice begins, epoch milliseconds. Its journal is begun there, before anything that happens in it. */
export const practiceBegins = ({ days, now }: Pick<Practice, 'days' | 'now'>): number =>
  startOfLocalDay(now) - days * day

/** Moments of a day, in order, all of them different. @param midnight epoch milliseconds */
export function dayMoments(count: number, midnight: number, draw: () => number): number[] {
  const moments = Array.from({ length: count }, () => {
    const begun = pickByShare(draw(), byHour, 100) ?? 0
    return midnight + Math.floor((begun + draw()) * hour)
  }).toSorted((one, other) => one - other)
  for (let index = 1; index < count; index++)
    moments[index] = Math.max(moments[index] ?? 0, (moments[index - 1] ?? 0) + 1)
  return moments
}

interface Deed {
  at: number
  act: (at: number) => void
}

/**
 * Plays the days.
 * @param told how many days are done
 * @param post its officers; null: the post has none, and nobody signs
 * @throws PracticeNotRecorded
 */
export function fillPractice(
  journal: Journal,
  practice: Practice,
  told: (days: number) => void,
  post: PracticePost | null = null,
): Filled {
  const player = new Player(journal, post)
  const draw = chance(practice.seed + ofDays)
  const begins = practiceBegins(practice)
  player.comeOn(begins, null)
  for (let done = 0; done < practice.days; done++) {
    const midnight = begins + done * day
    const deeds = dayMoments(practice.crossings, midnight, draw).flatMap((at, index) =>
      player.deeds(passage(done * practice.crossings + index, practice.seed, at)),
    )
    const closing = shiftEnds.map((end) => ({ at: midnight + end * hour, act: (at: number) => player.closeShift(at) }))
    // What would come after midnight does not: the day is whole by itself.
    const inTheDay = [...deeds, ...closing].filter(({ at }) => at < midnight + day)
    for (const { at, act } of inTheDay.toSorted((one, other) => one.at - other.at)) act(at)
    while (journal.indexSome() > 0) continue
    told(done + 1)
  }
  post?.leave(begins + practice.days * day - 1)
  return player.filled
}

/** A crossing that is in the journal. */
interface Recorded {
  seq: number
  crossing: Crossing
}

class Player {
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

  constructor(journal: Journal, post: PracticePost | null) {
    this.journal = journal
    this.post = post
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

  /** What a passage brings about, now and later. */
  deeds(passing: Passage): Deed[] {
    const { at, later, returns } = passing
    let recorded: Recorded | null = null
    const deeds: Deed[] = [{ at, act: () => void (recorded = this.pass(passing)) }]
    if (later)
      deeds.push({ at: at + later.minutes * minute, act: (now) => recorded && this.after(later, recorded, now) })
    if (returns) deeds.push({ at: returns.at, act: () => this.comeBack(returns) })
    return deeds
  }

  closeShift(at: number): void {
    const by = this.post?.who ?? null
    const closed = this.journal.shifts.close(at, { by, post: null, open: null })
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

  private pass({ at, scans, crossing, decided }: Passage): Recorded | null {
    const seqs = new Map<number, number>()
    for (const { verdict, of } of scans) {
      const seq = recordedAs(this.journal.recordScan(verdict, 'scanner', at))
      this.filled.scans++
      if (of !== null) seqs.set(of, seq)
    }
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
    this.filled.crossings++
    return { seq, crossing: whole }
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

  private after(later: Later, { seq, crossing }: Recorded, at: number): void {
    // Corrections are a supervisor's; a note is anybody's.
    const change = () => this.change(later, seq, crossing, at)
    const changed = this.post && later.kind !== 'noted' ? this.post.asSupervisor(at, change) : change()
    if (!changed.recorded) throw notRecorded(changed.code)
    this.filled[later.kind]++
  }

  private change(later: Later, seq: number, crossing: Crossing, at: number) {
    switch (later.kind) {
      case 'amended':
        return this.journal.amendCrossing(seq, otherWay(crossing), enteredWrongly, at)
      case 'voided':
        return this.journal.voidCrossing(seq, { undone: false, why: enteredWrongly }, at)
      case 'noted':
        return this.journal.noteCrossing(seq, later.text, at)
    }
  }

  private comeBack(returns: Passage): void {
    this.pass(returns)
    this.filled.returned++
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
