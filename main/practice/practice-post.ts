/**
 * The officers of a practice post at work: appointed as at any post, then at the desk in turn. Their PINs are looked at once, in
 * the beginning: that takes time, and a year has a thousand shifts.
 */
import type { Journal, Signer } from '../journal/index.ts'
import type { Officers } from '../officers/index.ts'
import { practicePin, rosterOf } from './roster.ts'

/** A guess at a PIN that everybody is told need not be slow. */
export const practicePinCost = { N: 2 ** 10, r: 8, p: 1 } as const

/** @throws Error where the journal did not take it */
function demand({ ok }: { ok: boolean }): void {
  if (!ok) throw new Error('an officer of a practice post was not taken')
}

type Book = Journal['officers']

/** A practice post. Instants are epoch milliseconds. */
export class PracticePost {
  private readonly book: Book
  private readonly signers: { supervisor: Signer; officers: readonly Signer[] }
  private atDesk: Signer | null = null

  private constructor(book: Book, signers: PracticePost['signers']) {
    this.book = book
    this.signers = signers
  }

  /** Appoints everybody, each of whom then tries the PIN. @throws Error where the journal does not take it */
  static async appoint(book: Book, { appointments, sessions }: Officers, seed: number): Promise<PracticePost> {
    const [first, ...others] = rosterOf(seed)
    demand(await appointments.appoint(first, practicePin, 'number'))
    demand(await sessions.desk.open(first.number, practicePin))
    const supervisor = sessions.signer()
    for (const who of others) demand(await appointments.appoint(who, practicePin, 'number'))
    const officers: Signer[] = []
    for (const { number } of others.filter(({ role }) => role === 'officer')) {
      demand(await sessions.desk.open(number, practicePin))
      const signer = sessions.signer()
      if (signer) officers.push(signer)
    }
    sessions.desk.leave()
    if (!supervisor) throw new Error('a practice post has a supervisor')
    return new PracticePost(book, { supervisor, officers })
  }

  /** Who answers for what is recorded now; null: nobody. */
  get signer(): Signer | null {
    return this.atDesk
  }

  /** The officer of a shift comes, by its serial number; whoever was there has gone. */
  comeOn(shift: number, at: number): void {
    this.leave(at)
    const { officers } = this.signers
    const next = officers[shift % officers.length]
    if (next) this.sit(next, 'signed-in', at)
  }

  /** Whoever is there goes. */
  leave(at: number): void {
    if (this.atDesk) this.record('session.closed', { number: this.atDesk.officer, why: 'left' }, at)
    this.atDesk = null
  }

  /** The supervisor takes over, does something, and gives the desk back. */
  asSupervisor<T>(at: number, act: () => T): T {
    const before = this.atDesk
    this.takeOver(this.signers.supervisor, at)
    const answer = act()
    if (before) this.takeOver(before, at)
    else this.leave(at)
    return answer
  }

  /** The supervisor permits one rejected crossing in place. Answers with the entry that says so; null: there is none. */
  permit(at: number): number | null {
    const before = this.atDesk
    const { supervisor } = this.signers
    const number = supervisor.officer
    this.record('session.tried', { number }, at)
    this.atDesk = supervisor
    const given = this.record('permission.given', { number, what: 'rejected' }, at)
    this.atDesk = before
    return given.recorded ? given.seq : null
  }

  /** The supervisor has seen an emergency. */
  see(crossing: number, at: number): void {
    this.record('emergency.seen', { crossing }, at)
  }

  private takeOver(next: Signer, at: number): void {
    if (this.atDesk) this.record('session.closed', { number: this.atDesk.officer, why: 'taken-over' }, at)
    this.sit(next, this.atDesk ? 'took-over' : 'signed-in', at)
  }

  private sit(next: Signer, how: 'signed-in' | 'took-over', at: number): void {
    this.record('session.tried', { number: next.officer }, at)
    this.atDesk = next
    this.record('session.opened', { number: next.officer, how }, at)
  }

  private record(kind: Parameters<Journal['recordEvent']>[0], payload: object, at: number) {
    return this.book.record({ kind, payload }, at)
  }
}
