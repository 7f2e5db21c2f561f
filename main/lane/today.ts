/** The day so far, told to the screen when it may have changed. */
import type { Emit } from '../../shared/contract/contract.ts'
import type { Day } from '../../shared/contract/schemas.ts'
import { localDay } from '../../shared/language/time.ts'
import type { Journal } from '../journal/index.ts'
import type { Referrals } from './referrals.ts'

/** What the day is counted from and told to. `now`: epoch milliseconds. */
interface TodayParts {
  journal: Journal
  referrals: Referrals
  now: () => number
  emit: Emit
}

/** The day that it is now, in Viet Nam's calendar. */
export class Today {
  private readonly parts: TodayParts
  private date: string
  private waitedFor: number

  constructor(parts: TodayParts) {
    this.parts = parts
    this.date = localDay(parts.now())
    this.waitedFor = parts.referrals.count()
  }

  /** Its counts, and what was done last. */
  read(): Day {
    const { journal, referrals, now } = this.parts
    return { ...journal.day(now()), openReferrals: referrals.count() }
  }

  /** After what may have changed it. */
  announce(): void {
    const day = this.read()
    this.waitedFor = day.openReferrals
    this.parts.emit('day.changed', day)
  }

  /** Another day may have begun, or somebody is waited for no longer. */
  beat(): void {
    const date = localDay(this.parts.now())
    if (date === this.date && this.parts.referrals.count() === this.waitedFor) return
    this.date = date
    this.announce()
  }
}
