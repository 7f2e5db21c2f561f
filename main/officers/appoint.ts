/** Who may be an officer here: appointed, given a new key, changed, removed, unlocked; each an entry of who did it. */
import type { OfficersChanged, OfficersRefusal, TypedWho } from '../../shared/contract/officers.ts'
import { badgeText } from '../../shared/domain/officer/badge.ts'
import type { OfficerPolicy } from '../../shared/domain/officer/officer-policy.ts'
import { pinFault } from '../../shared/domain/officer/pin.ts'
import type { Means, Who } from '../../shared/ledger/officers.ts'
import type { Appended, Journal } from '../journal/index.ts'
import { makeOfficerKey } from './officer-key.ts'
import type { Roll } from './roll.ts'
import { wrapKey, type Cost } from './wrapped-key.ts'

/** Changes who is an officer of one kiosk. Instants are epoch milliseconds. */
export class Appointments {
  private readonly parts: {
    book: Journal['officers']
    roll: Roll
    now: () => number
    policy: () => OfficerPolicy
    /** Names the kiosk in the journal. */
    kioskName: string
    /** The kiosk's part in opening officers' keys. */
    kiosk: Uint8Array
    /** What a guess at a PIN costs; absent: what it costs at a checkpoint. */
    cost?: Cost | undefined
  }

  constructor(parts: Appointments['parts']) {
    this.parts = parts
  }

  /** Somebody new, or who was removed before. The first of a kiosk is a supervisor: who else could appoint the next? */
  appoint(who: TypedWho, pin: string, means: Means): Promise<OfficersChanged> {
    const { roll } = this.parts
    if (roll.of(who.number)) return refuse('number-taken')
    if (!roll.claimed && who.role !== 'supervisor') return refuse('supervisor-needed')
    return this.giveKey('officer.appointed', who, pin, means)
  }

  /** A new PIN, badge and key, where the old PIN is lost. */
  renew(number: string, pin: string, means: Means): Promise<OfficersChanged> {
    const account = this.parts.roll.of(number)
    return account ? this.giveKey('officer.renewed', account, pin, means) : refuse('unknown')
  }

  private async giveKey(
    kind: 'officer.appointed' | 'officer.renewed',
    who: Who,
    pin: string,
    means: Means,
  ): Promise<OfficersChanged> {
    const { book, roll, now, policy, kioskName, kiosk, cost } = this.parts
    const fault = pinFault(pin, who.number)
    if (fault !== null) return refuse(`pin-${fault}`)
    if (means === 'number' && !policy().withoutBadge) return refuse('badge-needed')
    const key = makeOfficerKey(kioskName, who, means)
    const of = { officer: who.number, public: key.public }
    const wrapped = await wrapKey(key.secret, { pin, badge: key.badge, kiosk }, of, cost)
    // Two may have been asked for at once while the key was wrapped.
    if (kind === 'officer.appointed' && roll.of(who.number)) return refuse('number-taken')
    const recorded = book.record({ kind, payload: key.said }, now(), { kept: { ...of, wrapped } })
    return this.answer(recorded, key.badge && badgeText({ number: who.number, secret: key.badge }))
  }

  /** Another name, rank or role. */
  change(who: TypedWho): OfficersChanged {
    const { book, roll, now } = this.parts
    const account = roll.of(who.number)
    if (!account) return refusal('unknown')
    if (who.role !== 'supervisor' && this.isLastSupervisor(account)) return refusal('supervisor-needed')
    return this.answer(book.record({ kind: 'officer.changed', payload: who }, now()), null)
  }

  /** They sign in no more. @param by whoever asks */
  remove(number: string, by: string | null): OfficersChanged {
    const { book, roll, now } = this.parts
    const account = roll.of(number)
    if (!account) return refusal('unknown')
    if (number === by) return refusal('oneself')
    if (this.isLastSupervisor(account)) return refusal('supervisor-needed')
    const removed = book.record({ kind: 'officer.removed', payload: { number } }, now(), { forget: number })
    return this.answer(removed, null)
  }

  /** They may try their PIN again, at once. */
  unlock(number: string): OfficersChanged {
    const { book, roll, now } = this.parts
    if (!roll.of(number)) return refusal('unknown')
    return this.answer(book.record({ kind: 'officer.unlocked', payload: { number } }, now()), null)
  }

  private isLastSupervisor({ role, number }: Who): boolean {
    return role === 'supervisor' && this.parts.roll.otherSupervisors(number) === 0
  }

  private answer(appended: Appended, badge: string | null): OfficersChanged {
    if (!appended.recorded) return { ok: false, why: 'unrecorded', code: appended.code }
    this.parts.roll.refresh()
    return { ok: true, badge, officers: this.parts.roll.lines() }
  }
}

const refusal = (why: OfficersRefusal): OfficersChanged => ({ ok: false, why })
const refuse = (why: OfficersRefusal): Promise<OfficersChanged> => Promise.resolve(refusal(why))
