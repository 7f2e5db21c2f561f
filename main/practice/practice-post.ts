/**
 * The officers of a practice post at work: appointed as at any post, then at the desk in turn. Their PINs are looked at once, in
 * the beginning: that takes time, and a year has a thousand shifts.
 */
import type { Who } from '../../shared/ledger/officers.ts'
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

/** Somebody who works here, with the key that they sign with. */
interface Officer {
  who: Who
  signer: Signer
}

/** A practice post. Instants are epoch milliseconds. */
export class PracticePost {
  private readonly book: Book
  private readonly staff: { supervisor: Officer; officers: readonly Officer[] }
  private atDesk: Officer | null = null

  private constructor(book: Book, staff: PracticePost['staff']) {
    this.book = book
    this.staff = staff
  }

  /** Appoints everybody, each of whom then tries the PIN. @throws Error where the journal does not take it */
  static async appoint(book: Book, { appointments, sessions }: Officers, seed: number): Promise<PracticePost> {
    const [first, ...others] = rosterOf(seed)
    demand(await appointments.appoint(first, practicePin, 'number'))
    const signIn = async (who: Who): Promise<Officer> => {
      demand(await sessions.desk.open(who.number, practicePin))
      const signer = sessions.signer()
      if (!signer) throw new Error('an officer of a practice post does not sign')
      return { who, signer }
    }
    const supervisor = await signIn(first)
    for (const who of others) demand(await appointments.appoint(who, practicePin, 'number'))
    const officers: Officer[] = []
    for (const who of others) if (who.role === 'officer') officers.push(await signIn(who))
    sessions.desk.leave()
    return new PracticePost(book, { supervisor, officers })
  }

  /** Who answers for what is recorded now; null: nobody. */
  get signer(): Signer | null {
    return this.atDesk?.signer ?? null
  }

  /** Who is at the desk; null: nobody. */
  get who(): Who | null {
    return this.atDesk?.who ?? null
  }

  /** The officer of a shift comes, by its serial number; whoever was there has gone. */
  comeOn(shift: number, at: number): void {
    this.leave(at)
    const { officers } = this.staff
    const next = officers[shift % officers.length]
    if (next) this.sit(next, 'signed-in', at)
  }

  /** Whoever is there goes. */
  leave(at: number): void {
    if (this.atDesk) this.record('session.closed', { number: this.atDesk.who.number, why: 'left' }, at)
    this.atDesk = null
  }

  /** The supervisor takes over, does something, and gives the desk back. */
  asSupervisor<T>(at: number, act: () => T): T {
    const before = this.atDesk
    this.takeOver(this.staff.supervisor, at)
    const answer = act()
    if (before) this.takeOver(before, at)
    else this.leave(at)
    return answer
  }

  /** The supervisor permits one rejected crossing in place. Answers with the entry that says so; null: there is none. */
  permit(at: number): number | null {
    const before = this.atDesk
    const { supervisor } = this.staff
    const { number } = supervisor.who
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

  private takeOver(next: Officer, at: number): void {
    if (this.atDesk) this.record('session.closed', { number: this.atDesk.who.number, why: 'taken-over' }, at)
    this.sit(next, this.atDesk ? 'took-over' : 'signed-in', at)
  }

  private sit(next: Officer, how: 'signed-in' | 'took-over', at: number): void {
    this.record('session.tried', { number: next.who.number }, at)
    this.atDesk = next
    this.record('session.opened', { number: next.who.number, how }, at)
  }

  private record(kind: Parameters<Journal['recordEvent']>[0], payload: object, at: number) {
    return this.book.record({ kind, payload }, at)
  }
}
