/**
 * When somebody has to say why they look: at people, at a record of somebody else's or of another shift, at whom somebody
 * met. Where a kiosk has no officers nobody would answer for what they say, and nobody is asked.
 */
import type { SearchQuery } from '../../shared/contract/crossing-line-schemas.ts'
import type { Session } from '../../shared/contract/officers.ts'
import { isOfPeople, type AccessReason } from '../../shared/domain/officer/access-reason.ts'
import type { Journal } from '../journal/index.ts'

/** Whether what is asked for may be shown. `because`: what was said, null: nothing yet. */
export class Reasons {
  private readonly journal: Journal
  private readonly session: { read(): Session }

  constructor(journal: Journal, session: { read(): Session }) {
    this.journal = journal
    this.session = session
  }

  /** A search for people; of plates it asks nothing. */
  allowSearch({ text }: SearchQuery, because: AccessReason | null): boolean {
    return !isOfPeople(text) || this.allow(because)
  }

  /** A recorded crossing; whoever is there may open what they recorded in this shift. */
  allowOpening(seq: number, because: AccessReason | null): boolean {
    return this.allow(because) || this.isOwn(seq)
  }

  /** What asks whoever it is. */
  allow(because: AccessReason | null): boolean {
    return because !== null || !this.session.read().claimed
  }

  private isOwn(seq: number): boolean {
    const author = this.journal.officers.author(seq)
    const [since = 0] = this.journal.shifts.closedBefore(Number.MAX_SAFE_INTEGER, 1)
    return author !== null && seq > since && author === this.session.read().who?.number
  }
}
