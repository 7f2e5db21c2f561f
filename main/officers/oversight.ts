/** What waits for a supervisor's eyes: emergencies, and what was decided while nobody was signed in. */
import type { Oversight as Seen, OversightSeen } from '../../shared/contract/officers.ts'
import type { Journal } from '../journal/index.ts'
import type { Roll } from './roll.ts'

/** For how long what nobody signed is listed, in milliseconds, and most of it: a night's work. */
const listedFor = 24 * 3_600_000
const mostListed = 200

/** Oversight of one kiosk. Instants are epoch milliseconds. */
export class Oversight {
  private readonly parts: { book: Journal['officers']; roll: Roll; now: () => number }

  constructor(parts: Oversight['parts']) {
    this.parts = parts
  }

  read(): Seen {
    const { book, roll, now } = this.parts
    // What was decided since the last refresh may be an emergency.
    roll.refresh()
    const unsigned = roll.claimed ? book.unsigned(now() - listedFor, mostListed + 1) : []
    return {
      emergencies: Array.from(roll.emergencies, ([crossing, { at, by }]) => ({ crossing, at, by })),
      unsigned: unsigned.slice(0, mostListed),
      more: unsigned.length > mostListed,
    }
  }

  /** How many emergencies no supervisor has seen yet. */
  emergencies(): number {
    const { roll } = this.parts
    roll.refresh()
    return roll.emergencies.size
  }

  /** A supervisor has seen one: an entry of theirs. */
  see(crossing: number): OversightSeen {
    const { book, roll, now } = this.parts
    roll.refresh()
    if (!roll.emergencies.has(crossing)) return { ok: false, why: 'unknown' }
    const recorded = book.record({ kind: 'emergency.seen', payload: { crossing } }, now())
    if (!recorded.recorded) return { ok: false, why: 'unrecorded', code: recorded.code }
    return { ok: true, oversight: this.read() }
  }
}
