/**
 * What supervisors have permitted, and what was done without one: a permission for one crossing is spent with it, one for a
 * shift lasts until the shift is closed, twelve hours at most, or the kiosk is started anew.
 */
import type { Refused as PinRefused } from './session.ts'
import type { PermissionKind } from '../../shared/domain/crossing/above.ts'
import type { OfficerPolicy } from '../../shared/domain/officer/officer-policy.ts'
import type { Who } from '../../shared/ledger/officers.ts'
import type { Journal } from '../journal/index.ts'
import type { Roll } from './roll.ts'
import type { Sessions } from './sessions.ts'

/** A permission of a shift lasts no longer, in milliseconds of running time. */
const longestPermission = 12 * 3_600_000

/** One for a crossing: a supervisor stands beside. */
const onePermission = 5 * 60_000

/** A permission that holds. */
export interface Permission {
  /** The entry that says so. */
  seq: number
  /** The supervisor who gave it, as they were called then. */
  by: Who
}

interface Held extends Permission {
  /** By running time. */
  until: number
}

/** Whether a permission was given, or why not. */
export type Given = { ok: true } | PinRefused | { ok: false; why: 'not-supervisor'; tries: null }

/** Permissions of one kiosk. Instants are epoch milliseconds. */
export class Permissions {
  private readonly parts: {
    book: Journal['officers']
    roll: Roll
    sessions: Sessions
    policy: () => OfficerPolicy
    now: () => number
    running: () => number
  }
  private readonly given = new Map<PermissionKind, Held>()

  constructor(parts: Permissions['parts']) {
    this.parts = parts
  }

  /** Whether whoever is there decides for themselves: a supervisor, or anybody while there are no officers. */
  get free(): boolean {
    const caller = this.parts.sessions.current().caller()
    return caller === 'unclaimed' || caller === 'supervisor'
  }

  /** Whether a decision may be recorded at all: the policy may want somebody to be signed in. */
  get mayDecide(): boolean {
    return this.parts.sessions.current().caller() !== 'nobody' || this.parts.policy().signedOutLane
  }

  /** Whether who is alone may do without a supervisor, by words. */
  get emergencies(): boolean {
    return this.parts.policy().emergencies
  }

  /** What is permitted now, and by whom. */
  now(): ReadonlyMap<PermissionKind, Permission> {
    const running = this.parts.running()
    for (const [kind, { until }] of this.given) if (until <= running) this.given.delete(kind)
    return new Map(Array.from(this.given, ([kind, { seq, by }]) => [kind, { seq, by }]))
  }

  /** A supervisor says their PIN, in place, and stays nobody's session: what they permit is an entry under their key. */
  async give(what: PermissionKind, number: string, pin: string): Promise<Given> {
    const { sessions, book, now, running, roll } = this.parts
    const unlocked = await sessions.check(number, pin)
    if ('why' in unlocked) return unlocked
    if (unlocked.account.role !== 'supervisor') return { ok: false, why: 'not-supervisor', tries: null }
    const recorded = sessions.as(unlocked.signer, () =>
      book.record({ kind: 'permission.given', payload: { number, what } }, now()),
    )
    roll.refresh()
    if (!recorded.recorded) return { ok: false, why: 'unrecorded', tries: null }
    const { name, rank, role } = unlocked.account
    const lasts = what === 'rejected' ? onePermission : longestPermission
    this.given.set(what, { seq: recorded.seq, by: { number, name, rank, role }, until: running() + lasts })
    return { ok: true }
  }

  /** The crossing is decided or given up: what was permitted for it is permitted for no other. */
  spend(): void {
    this.given.delete('rejected')
  }

  /** The shift is closed: the next one's supervisor permits anew. */
  end(): void {
    this.given.clear()
  }
}
