/** Adds crossings up to the totals of a time, one after the other, holding little of any of them. */
import type { Crossing } from '../../../shared/domain/crossing/crossing.ts'
import type { ReportedCrossing } from '../../../shared/domain/crossing/reported-crossing.ts'
import type { Outcome } from '../../../shared/domain/finding/verdict.ts'
import { localHour } from '../../../shared/language/time.ts'
import { HandlingTimes } from './handling-times.ts'
import { NamedCounts } from './named-counts.ts'
import { ReferralTally } from './referral-tally.ts'
import {
  mostNamed,
  type Count,
  type CountedKind,
  type OfOfficer,
  type Totals,
} from '../../../shared/domain/report/totals.ts'

const none = (): Count => ({ crossings: 0, people: 0 })
const hours = (): number[] => Array.from({ length: 24 }, () => 0)

function add(count: Count, people: number): void {
  count.crossings++
  count.people += people
}

function addOf(counts: Map<string | null, Count>, officer: string | null, people: number): void {
  const own = counts.get(officer) ?? none()
  add(own, people)
  counts.set(officer, own)
}

const mostFirst = (counts: ReadonlyMap<string | null, Count>): OfOfficer[] =>
  [...counts]
    .map(([officer, count]) => ({ officer, ...count }))
    .toSorted((one, other) => other.crossings - one.crossings)

function kindOf({ vehicle }: Crossing): CountedKind {
  return vehicle === null ? 'on-foot' : (vehicle.kind ?? 'unsaid')
}

/** Said by its reason, or by why there was no time for a supervisor. */
function isEmergency({ above, decision, reason }: Crossing): boolean {
  return above?.by === 'emergency' || (decision === 'admitted' && reason?.code === 'emergency')
}

/** Takes crossings in the order of their time. */
export class Tally {
  private readonly all = none()
  private readonly byDirection = { in: none(), out: none() }
  private readonly byHour = { in: hours(), out: hours() }
  private readonly byOutcome = { accepted: none(), check: none(), rejected: none(), unreadable: none() }
  private readonly peopleByOutcome: Record<Outcome, number> = { accepted: 0, check: 0, rejected: 0, unreadable: 0 }
  private readonly byDecision = { admitted: none(), refused: none(), referred: none() }
  private readonly byReason: Totals['byReason'] = {}
  private readonly byFinding: Totals['byFinding'] = {}
  private readonly byKind: Totals['byKind'] = {
    motorbike: none(),
    car: none(),
    bus: none(),
    truck: none(),
    tractor: none(),
    special: none(),
    other: none(),
    'on-foot': none(),
    unsaid: none(),
  }
  private readonly origins = new NamedCounts()
  private readonly unsaidOrigin = none()
  private readonly overrides = none()
  private readonly overriding = new Map<string | null, Count>()
  private readonly deciding = new Map<string | null, Count>()
  private readonly emergencies = { ...none(), unseen: 0 }
  private readonly referrals = new ReferralTally()
  private readonly handling = new HandlingTimes()
  private amended = 0
  private enteredLater = 0

  take(reported: ReportedCrossing): void {
    const { at, amended, enteredAt, startedAt, crossing } = reported
    const { direction, outcome, decision, travellers } = crossing
    const people = travellers.length
    const counts = [this.all, this.byDirection[direction], this.byOutcome[outcome], this.byDecision[decision]]
    for (const count of [...counts, this.byKind[kindOf(crossing)]]) add(count, people)
    this.byHour[direction][localHour(at)]!++
    addOf(this.deciding, reported.officer, people)
    for (const traveller of travellers) {
      this.peopleByOutcome[traveller.outcome]++
      if (traveller.outcome !== 'accepted')
        this.byFinding[traveller.reason] = (this.byFinding[traveller.reason] ?? 0) + 1
    }
    if (amended) this.amended++
    if (enteredAt !== null) this.enteredLater++
    // What was entered from paper was not handled at the desk.
    else if (startedAt !== null) this.handling.take(at - startedAt)
    this.takeOrigin(crossing)
    this.takeReason(reported)
    this.referrals.take(reported)
  }

  totals(): Totals {
    const { named, others } = this.origins.most(mostNamed)
    return {
      all: this.all,
      byDirection: this.byDirection,
      byHour: this.byHour,
      byOutcome: this.byOutcome,
      peopleByOutcome: this.peopleByOutcome,
      byDecision: this.byDecision,
      byReason: this.byReason,
      byFinding: this.byFinding,
      byKind: this.byKind,
      byOrigin: { named, others, unsaid: this.unsaidOrigin },
      byOfficer: mostFirst(this.deciding),
      overrides: { ...this.overrides, byOfficer: mostFirst(this.overriding) },
      emergencies: this.emergencies,
      openReferrals: this.referrals.open(),
      amended: this.amended,
      enteredLater: this.enteredLater,
      handling: this.handling.summary(),
    }
  }

  private takeOrigin({ direction, vehicle, travellers }: Crossing): void {
    if (direction !== 'in') return
    if (vehicle?.from) this.origins.add(vehicle.from, travellers.length)
    else add(this.unsaidOrigin, travellers.length)
  }

  /** A reason is asked for where a decision departs from the verdict, and nowhere else. */
  private takeReason({ officer, unseenEmergency, crossing }: ReportedCrossing): void {
    if (isEmergency(crossing)) add(this.emergencies, crossing.travellers.length)
    if (unseenEmergency) this.emergencies.unseen++
    const { reason, travellers } = crossing
    if (reason === null) return
    const people = travellers.length
    add((this.byReason[reason.code] ??= none()), people)
    add(this.overrides, people)
    addOf(this.overriding, officer, people)
  }
}

/** The totals of crossings, given in runs in the order of their time. */
export async function totalsOf(
  runs: AsyncIterable<readonly ReportedCrossing[]> | Iterable<readonly ReportedCrossing[]>,
): Promise<Totals> {
  const tally = new Tally()
  for await (const run of runs) for (const reported of run) tally.take(reported)
  return tally.totals()
}
