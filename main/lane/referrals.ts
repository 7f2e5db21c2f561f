/** The open referrals of the last days, as the lane remembers them: counted for the day, and listed for the records. */
import type { ReferralsAnswer } from '../../shared/contract/referral-schemas.ts'
import { openReferrals, referralsKept, type OpenReferral } from '../../shared/domain/crossing/referrals.ts'
import { mostReferralsListed } from '../../shared/domain/limits.ts'
import type { LaneMemory } from './memory.ts'

/** Who was referred and is waited for. */
export class Referrals {
  private readonly memory: LaneMemory
  private readonly now: () => number
  private known: { changes: number; open: readonly OpenReferral[] } | null = null

  /** @param now epoch milliseconds */
  constructor(memory: LaneMemory, now: () => number) {
    this.memory = memory
    this.now = now
  }

  /** How many people. */
  count(): number {
    return this.open().length
  }

  /** The newest first, a line a person. */
  list(): ReferralsAnswer {
    const open = this.open()
    const lines = open.slice(0, mostReferralsListed).map(({ by: { seq, at, crossing }, traveller }) => ({
      crossing: seq,
      at,
      enteredLater: crossing.happenedAt !== undefined,
      onFoot: crossing.vehicle === null,
      plate: crossing.vehicle?.plate ?? null,
      trailerPlate: crossing.vehicle?.trailerPlate ?? null,
      name: traveller.name,
      birthDate: traveller.birthDate,
      numbers: traveller.numbers,
      reason: traveller.reason,
      why: crossing.reason,
    }))
    return { lines, more: open.length > lines.length }
  }

  /** Worked out again only where something else is remembered: every scan asks how many there are. */
  private open(): OpenReferral[] {
    const { memory } = this
    const since = this.now() - referralsKept
    if (this.known?.changes !== memory.changes) {
      const open = openReferrals(memory.since(since), (traveller) => memory.ofTraveller(traveller, null).ofPerson)
      this.known = { changes: memory.changes, open }
    }
    return this.known.open.filter(({ by }) => by.at >= since)
  }
}
