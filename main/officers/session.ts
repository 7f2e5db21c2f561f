/**
 * One session: who is at a screen, or at the other end of a command. Nobody is where it begins. Only here does an officer's
 * secret key lie open, and only while they are there.
 */
import type { Session as SessionState, SessionNamed, SessionOpened, Tries } from '../../shared/contract/officers.ts'
import type { Caller } from '../../shared/contract/role.ts'
import { readBadge } from '../../shared/domain/officer/badge.ts'
import type { OfficerPolicy } from '../../shared/domain/officer/officer-policy.ts'
import { type Account, type endings, type openings, type Who } from '../../shared/ledger/officers.ts'
import { ed25519KeyFrom, type Journal, type Signer } from '../journal/index.ts'
import { badgeHash, signerOf } from './officer-key.ts'
import type { Roll } from './roll.ts'
import type { Seat } from './seat.ts'
import { unwrapKey } from './wrapped-key.ts'

/** What all sessions of a kiosk rest on. Instants are epoch milliseconds. */
export interface SessionParts {
  book: Journal['officers']
  roll: Roll
  now: () => number
  /** Milliseconds that the program has run, which nobody can set. */
  running: () => number
  policy: () => OfficerPolicy
  /** The kiosk's part in opening officers' keys. */
  kiosk: Uint8Array
  /** PINs are looked at one after the other, whoever asks: no two count as one. */
  oneByOne: <T>(act: () => Promise<T>) => Promise<T>
  /** Told before whoever is in a session goes, or somebody else comes in their place. */
  leaving: (session: Session) => void
}

/** A badge names somebody for so long, in milliseconds: time to put it away and type a PIN with gloves on. */
const badgeHolds = 60_000

/** A session. */
export class Session {
  private readonly parts: SessionParts
  private readonly changed: (state: SessionState) => void
  private seat: Seat | null = null
  private ended = false
  private shown: { number: string; secret: Uint8Array; at: number } | null = null

  /** @param changed told of everybody who comes and goes */
  constructor(parts: SessionParts, changed: (state: SessionState) => void = () => undefined) {
    this.parts = parts
    this.changed = changed
  }

  read(): SessionState {
    const { roll } = this.parts
    const { seat } = this
    const account = this.account()
    return {
      claimed: roll.claimed,
      who: account ? whoOf(account) : null,
      asleep: seat !== null && seat.signer === null,
      since: seat?.since ?? null,
    }
  }

  /** Whose calls these are. */
  caller(): Caller {
    if (!this.parts.roll.claimed) return 'unclaimed'
    return (this.seat?.signer && this.account()?.role) ?? 'nobody'
  }

  /** Who answers for what is written now; null: nobody. */
  signer(): Signer | null {
    // A key that was taken from them signs nothing more, though they sit there still.
    return this.account() ? (this.seat?.signer ?? null) : null
  }

  /** Of whoever is there, as long as they have the key with which they came. */
  private account(): Account | null {
    const { seat } = this
    const account = seat && this.parts.roll.of(seat.number)
    return account?.key === seat?.key ? account : null
  }

  /** Somebody is there. */
  touch(): void {
    if (this.seat) this.seat.touched = this.parts.running()
  }

  /** A badge was scanned. One that names nobody here is recorded, and changes nothing. */
  showBadge(text: string): SessionNamed {
    const { roll, book, now, running } = this.parts
    const badge = readBadge(text)
    const account = badge && roll.of(badge.number)
    if (!badge || account?.badge !== badgeHash(badge.secret)) {
      book.record({ kind: 'badge.refused', payload: { number: badge?.number ?? null } }, now())
      roll.refresh()
      return { ok: false, why: 'unknown' }
    }
    this.shown = { ...badge, at: running() }
    return this.named(account)
  }

  /** A number was typed. */
  name(number: string): SessionNamed {
    const account = this.parts.roll.of(number)
    if (!account) return { ok: false, why: 'unknown' }
    return this.badgeOf(account) === 'wanted' ? { ok: false, why: 'badge-wanted' } : this.named(account)
  }

  private named(account: Account): SessionNamed {
    const { number, means } = account
    return { ok: true, who: whoOf(account), means, tries: this.parts.roll.triesOf(number) }
  }

  /** The secret half of an officer's badge, as far as it was shown here. */
  private badgeOf({ number, means, badge }: Account): Uint8Array | null | 'wanted' {
    if (means === 'number') return null
    const { shown, seat } = this
    if (shown?.number === number && this.parts.running() - shown.at <= badgeHolds) return shown.secret
    // A new badge was made since: the old one names nobody.
    if (seat?.number === number && seat.badge && badgeHash(seat.badge) === badge) return seat.badge
    return 'wanted'
  }

  /** Somebody says their PIN: to come, to take over, or to go on. */
  open(number: string, pin: string): Promise<SessionOpened> {
    return this.parts.oneByOne(async () => {
      const opened = await this.unlock(number, pin)
      return 'why' in opened ? opened : this.sit(opened)
    })
  }

  /** Looks at a PIN of an officer, without changing who is here: the try is an entry before it is one. */
  async unlock(number: string, pin: string): Promise<Unlocked | Refused> {
    const { roll, book, now, kiosk } = this.parts
    const account = roll.of(number)
    if (!account) return refused('unknown')
    const badge = this.badgeOf(account)
    if (badge === 'wanted') return refused('badge-wanted')
    const before = roll.triesOf(number)
    if (before.left === 0) return refused('locked', before)
    if (before.waitSeconds > 0) return refused('wait', before)
    const counted = book.record({ kind: 'session.tried', payload: { number } }, now())
    if (!counted.recorded) return refused('unrecorded')
    roll.refresh()
    const wrapped = book.wrapped(number, account.key)
    const of = { officer: number, public: account.key }
    const secret = wrapped === null ? null : await unwrapKey(wrapped, { pin, badge, kiosk }, of)
    if (!secret) return refused('wrong', roll.triesOf(number))
    return { account, badge, signer: signerOf(number, account.key, ed25519KeyFrom(secret)) }
  }

  private sit({ account, badge, signer }: Unlocked): SessionOpened {
    const { roll, now, running } = this.parts
    const { number, key } = account
    // It may have been taken from them while the PIN was looked at.
    if (roll.of(number)?.key !== key) return refused('unknown')
    // Or whoever asked is gone, and would sit there for ever.
    if (this.ended) return refused('unknown')
    const { seat: before } = this
    const how = before === null ? 'signed-in' : before.number === number ? 'resumed' : 'took-over'
    if (how === 'took-over') {
      this.parts.leaving(this)
      this.recordEnd('taken-over')
    }
    const news = account.role === 'supervisor' ? roll.newsFor(number) : []
    const since = how === 'resumed' && before ? before.since : now()
    const begun = how === 'resumed' && before ? before.begun : running()
    this.seat = { number, signer, key, badge, since, begun, touched: running() }
    this.shown = null
    if (!this.recordOpened(how)) {
      this.seat = null
      this.announce()
      return refused('unrecorded')
    }
    roll.refresh()
    this.announce()
    return { ok: true, session: this.read(), news }
  }

  private recordOpened(how: (typeof openings)[number]): boolean {
    const { book, now } = this.parts
    const { number } = this.seat ?? { number: '' }
    return book.record({ kind: 'session.opened', payload: { number, how } }, now()).recorded
  }

  private recordEnd(why: (typeof endings)[number]): void {
    const { book, now } = this.parts
    if (this.seat) book.record({ kind: 'session.closed', payload: { number: this.seat.number, why } }, now())
  }

  /** Somebody goes. */
  leave(why: (typeof endings)[number] = 'left'): SessionState {
    if (this.seat) {
      this.parts.leaving(this)
      this.recordEnd(why)
      this.seat = null
      this.shown = null
      this.parts.roll.refresh()
      this.announce()
    }
    return this.read()
  }

  /** Whoever is here goes, and nobody comes any more. */
  end(why: (typeof endings)[number]): void {
    this.ended = true
    this.leave(why)
  }

  /** Ends what has lasted too long, or is of somebody who is an officer no longer. */
  endIfOver(): void {
    const { seat } = this
    if (!seat) return
    if (!this.account()) this.leave('removed')
    else if (this.parts.running() - seat.begun >= this.parts.policy().sessionHours * 3_600_000) this.leave('over')
  }

  /** Looks what time has changed: sends to sleep whoever was not heard of, and ends what has lasted too long. */
  beat(): void {
    this.endIfOver()
    const { seat } = this
    const account = this.account()
    if (!seat || !account) return
    const { running, policy } = this.parts
    const { idleMinutes, supervisorIdleMinutes } = policy()
    const seesPeople = account.role === 'supervisor' || account.role === 'auditor'
    const patience = (seesPeople ? supervisorIdleMinutes : idleMinutes) * 60_000
    if (seat.signer === null || running() - seat.touched < patience) return
    seat.signer = null
    this.announce()
  }

  private announce(): void {
    this.changed(this.read())
  }
}

/** Whose PIN was right. */
export interface Unlocked {
  account: Account
  badge: Uint8Array | null
  signer: Signer
}
export type Refused = Extract<SessionOpened, { ok: false }>

const refused = (why: Refused['why'], tries: Tries | null = null): Refused => ({ ok: false, why, tries })

const whoOf = ({ number, name, rank, role }: Who): Who => ({ number, name, rank, role })
