/** What the kiosk's conclusions rest on, told to the screen when it changes. */
import type { Emit } from '../../shared/contract/contract.ts'
import type { Standing as Answer } from '../../shared/contract/schemas.ts'
import { artefactAges } from '../../shared/domain/freshness.ts'
import type { Journal } from '../journal/index.ts'
import type { TrustKeeper } from '../trust/index.ts'
import { overdue } from './overdue.ts'
import type { ClockWatch } from './clock-watch.ts'

/** What it is read from and told to. `now`: epoch milliseconds. */
interface StandingParts {
  trust: TrustKeeper
  clock: ClockWatch
  journal: Journal
  now: () => number
  emit: Emit
}

/** How fresh what is believed is, whether the clock is plausible, and whether the journal agrees with itself. */
export class Standing {
  private readonly parts: StandingParts
  private told = ''

  constructor(parts: StandingParts) {
    this.parts = parts
  }

  /** As it is now. */
  read(): Answer {
    const { trust, clock, journal, now } = this.parts
    const { keys, policy, published } = trust.store
    const watched = clock.standing()
    const late = overdue({
      oldestBefore: (instant) => journal.ledger.oldestBefore(instant),
      retentionDays: policy.retentionDays,
      clockHolds: watched.doubt === null,
      now: now(),
    })
    const ages = artefactAges(published, policy.ages, now())
    const damaged = trust.damage.length > 0
    const told = journal.doubts.length > 0 ? 'doubted' : journal.ledger.wasMoved ? 'moved' : null
    const kept = late ? { overdue: late } : {}
    return { trust: { keys: keys.size, ages, damaged }, clock: watched, ...(told && { journal: told }), ...kept }
  }

  /** Tells it where it is not what was told last. */
  announce(): void {
    const standing = this.read()
    const telling = JSON.stringify(standing)
    if (telling === this.told) return
    this.told = telling
    this.parts.emit('standing.changed', standing)
  }
}
