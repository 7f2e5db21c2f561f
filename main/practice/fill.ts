/** Fills a journal with practice days, by the code that records: nothing in it is made otherwise than at a post. */
import { startOfLocalDay } from '../../shared/language/time.ts'
import type { Appended, Journal } from '../journal/index.ts'
import { passage, type Later, type Passage } from './passage.ts'
import { chance } from './people.ts'

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
const byHour = [1, 1, 1, 1, 2, 4, 7, 9, 7, 5, 5, 5, 4, 4, 5, 5, 6, 8, 7, 4, 3, 3, 2, 1] as const

/** When shifts end, in hours of the day. */
const shiftEnds = [6, 14, 22] as const

/** A seed's draws that are about days are not those that are about passages. */
const ofDays = 0x5eed

/** Where a practice begins, epoch milliseconds. Its journal is begun there, before anything that happens in it. */
export const practiceBegins = ({ days, now }: Pick<Practice, 'days' | 'now'>): number =>
  startOfLocalDay(now) - days * day

/** Moments of a day, in order, all of them different. @param midnight epoch milliseconds */
export function dayMoments(count: number, midnight: number, draw: () => number): number[] {
  const whole = byHour.reduce<number>((sum, share) => sum + share, 0)
  const moments = Array.from({ length: count }, () => {
    let left = draw() * whole
    const at = byHour.findIndex((share) => (left -= share) < 0)
    return midnight + Math.floor((at + draw()) * hour)
  }).toSorted((one, other) => one - other)
  for (let index = 1; index < count; index++)
    moments[index] = Math.max(moments[index] ?? 0, (moments[index - 1] ?? 0) + 1)
  return moments
}

interface Deed {
  at: number
  act: (at: number) => void
}

/** Plays the days. @param told how many days are done @throws PracticeNotRecorded */
export function fillPractice(journal: Journal, practice: Practice, told: (days: number) => void): Filled {
  const player = new Player(journal)
  const draw = chance(practice.seed + ofDays)
  const begins = practiceBegins(practice)
  for (let done = 0; done < practice.days; done++) {
    const midnight = begins + done * day
    const deeds = dayMoments(practice.crossings, midnight, draw).flatMap((at, index) =>
      player.deeds(passage(done * practice.crossings + index, practice.seed, at), draw()),
    )
    const closing = shiftEnds.map((end) => ({ at: midnight + end * hour, act: (at: number) => player.closeShift(at) }))
    // What would come after midnight does not: the day is whole by itself.
    const inTheDay = [...deeds, ...closing].filter(({ at }) => at < midnight + day)
    for (const { at, act } of inTheDay.toSorted((one, other) => one.at - other.at)) act(at)
    while (journal.indexSome() > 0) continue
    told(done + 1)
  }
  return player.filled
}

/** Somebody who was sent to the medical post comes back with a good result after so long. */
const returnsAfter = 3 * hour
const returning = 0.85

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

  constructor(journal: Journal) {
    this.journal = journal
  }

  /** What a passage brings about, now and later. @param drawn whether somebody who was referred comes back */
  deeds(passing: Passage, drawn: number): Deed[] {
    const recorded: { seq: number; crossing: Passage['crossing'] }[] = []
    const { at, later, decided } = passing
    const deeds: Deed[] = [{ at, act: (now) => void recorded.push(...this.pass(passing, now)) }]
    if (later) deeds.push({ at: at + later.minutes * minute, act: (now) => this.after(later, passing, recorded, now) })
    if (decided?.decision === 'referred' && drawn < returning)
      deeds.push({ at: at + returnsAfter, act: (now) => this.comeBack(passing, now) })
    return deeds
  }

  closeShift(at: number): void {
    const closed = this.journal.closeShift(at)
    if (!closed.recorded) throw notRecorded(closed.code)
    this.filled.shifts++
  }

  private pass({ scans, crossing, decided }: Passage, at: number): { seq: number; crossing: Passage['crossing'] }[] {
    const seqs = new Map<number, number>()
    for (const { verdict, of } of scans) {
      const seq = recordedAs(this.journal.recordScan(verdict, 'scanner', at))
      this.filled.scans++
      if (of !== null) seqs.set(of, seq)
    }
    const travellers = crossing.travellers.map((each, index) =>
      each.certificate ? { ...each, certificate: { ...each.certificate, scan: seqs.get(index) ?? null } } : each,
    )
    const whole = { ...crossing, travellers }
    if (decided === null) {
      recordedAs(this.journal.abandonCrossing(whole, at, null))
      this.filled.abandoned++
      return []
    }
    const seq = recordedAs(this.journal.recordCrossing({ ...whole, ...decided }, at, null))
    this.filled.crossings++
    return [{ seq, crossing: whole }]
  }

  private after(
    later: Later,
    { decided }: Passage,
    [recorded]: readonly { seq: number; crossing: Passage['crossing'] }[],
    at: number,
  ): void {
    if (!recorded || !decided) return
    const { seq, crossing } = recorded
    const why = { code: 'entered-wrongly', note: null } as const
    const changed =
      later.kind === 'amended'
        ? this.journal.amendCrossing(
            seq,
            { ...crossing, ...decided, direction: crossing.direction === 'in' ? 'out' : 'in' },
            why,
            at,
          )
        : later.kind === 'voided'
          ? this.journal.voidCrossing(seq, { undone: false, why }, at)
          : this.journal.noteCrossing(seq, later.text, at)
    if (!changed.recorded) throw notRecorded(changed.code)
    this.filled[later.kind]++
  }

  /** Everybody of it again, and this time nothing is wrong: what the medical post gave them is on paper. */
  private comeBack({ crossing }: Passage, at: number): void {
    const travellers = crossing.travellers.map((each) => ({
      ...each,
      outcome: 'accepted' as const,
      reason: 'rules-met' as const,
      paper: null,
    }))
    recordedAs(
      this.journal.recordCrossing(
        { ...crossing, travellers, outcome: 'accepted', decision: 'admitted', reason: null },
        at,
        null,
      ),
    )
    this.filled.crossings++
    this.filled.returned++
  }
}

function recordedAs(answer: Appended): number {
  if (!answer.recorded) throw notRecorded(answer.code)
  return answer.seq
}

const notRecorded = (code: string): PracticeNotRecorded => new PracticeNotRecorded(`nothing more was recorded: ${code}`)
