/** The day so far, told to the screen when it may have changed. */
import type { Emit } from '../../shared/contract/contract.ts'
import type { Day } from '../../shared/contract/schemas.ts'
import { localDay } from '../../shared/language/time.ts'
import type { Journal } from '../journal/index.ts'

/** What the day is counted from and told to. `now`: epoch milliseconds. */
interface TodayParts {
  journal: Journal
  now: () => number
  emit: Emit
}

/** The day that it is now, in Viet Nam's calendar. */
export class Today {
  private readonly parts: TodayParts
  private date: string

  constructor(parts: TodayParts) {
    this.parts = parts
    this.date = localDay(parts.now())
  }

  /** Its counts, and what was done last. */
  read(): Day {
    return this.parts.journal.day(this.parts.now())
  }

  /** After what may have changed it. */
  announce(): void {
    this.parts.emit('day.changed', this.read())
  }

  /** Another day may have begun. */
  beat(): void {
    const date = localDay(this.parts.now())
    if (date === this.date) return
    this.date = date
    this.announce()
  }
}
