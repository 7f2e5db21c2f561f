/**
 * The journal while the kiosk is open: its index is brought on in idle moments, what may go is erased, and a command
 * that writes entries out beside it says so here.
 */
import type { accessesMethods } from '../../shared/contract/accesses.ts'
import type { journalMethods } from '../../shared/contract/journal.ts'
import { localDay } from '../../shared/language/time.ts'
import type { Room } from '../room.ts'
import type { Journal } from './journal.ts'
import type { Appended } from './chain/recorder.ts'

/** How long it is kept who looked at whom, where the policy does not say: two years. */
const usualAccessDays = 730

/** Other rooms rest on this one, so what it asks of them is said here. `now`: epoch milliseconds. */
interface JournalRoomParts {
  journal: Journal
  /** Whether the clock can be right. */
  clock: { standing(): { doubt: string | null } }
  /** For how long the policy keeps personal data. */
  trust: { store: { policy: { retentionDays?: number | undefined; accessRetentionDays?: number | undefined } } }
  now: () => number
}

/** What a command is told of the entry that it asked for. */
const entered = (record: Appended) => (record.recorded ? ({ recorded: true, seq: record.seq } as const) : record)

/** Opens the room. */
export function journalRoom(parts: JournalRoomParts): Room<keyof typeof journalMethods | keyof typeof accessesMethods> {
  const { journal, clock, trust, now } = parts
  let retainedOn = ''

  /**
   * Personal data that is delivered and older than the policy allows is erased, once a day; never by a clock in doubt,
   * which may be ahead.
   */
  function retain(): void {
    const today = localDay(now())
    if (today === retainedOn || clock.standing().doubt !== null) return
    retainedOn = today
    const { retentionDays, accessRetentionDays = usualAccessDays } = trust.store.policy
    const days = retentionDays === undefined ? null : { personal: retentionDays, access: accessRetentionDays }
    journal.retain(days, now())
  }

  return {
    handlers: {
      'journal.export': ({ entries }) => entered(journal.accesses.exported(entries, now())),
      'accesses.list': (query) => journal.accesses.list(query),
      'journal.backUp': () => entered(journal.accesses.backedUp(journal.ledger.head()?.seq ?? 0, now())),
    },
    beat() {
      journal.indexSome()
      retain()
    },
  }
}
