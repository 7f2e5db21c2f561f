/** The officers of this kiosk, as the journal has them now: read once, and kept up as entries are added. */
import { newsKinds, type AccountLine, type News, type NewsKind, type Tries } from '../../shared/contract/officers.ts'
import * as v from 'valibot'
import {
  applyAccount,
  applyTry,
  carriedOf,
  emergencySchema,
  subjectOf,
  type Account,
  type OfficerEntry,
  type Who,
} from '../../shared/ledger/officers.ts'
import type { Journal } from '../journal/index.ts'
import { TryWaits } from './tries.ts'

const isNews = (kind: string): kind is NewsKind => newsKinds.some((each) => each === kind)

/** Most that a supervisor is told of at a sign-in: a screen of it. */
const mostNews = 20

/** Most that is kept to be told: a stranger may show one foreign badge after the other. */
const mostNewsKept = 500

/** The roll of one kiosk. */
export class Roll {
  private readonly book: Journal['officers']
  private readonly waits: TryWaits
  private readonly accounts = new Map<string, Account>()
  private readonly tried = new Map<string, number>()
  /** What a supervisor may want to know, and by number the last entry that opened a session of theirs. */
  private readonly newsworthy: OfficerEntry[] = []
  private readonly lastOpened = new Map<string, number>()
  private readonly unseen = new Map<number, { at: number; by: string | null }>()
  private through = 0

  /** @param running milliseconds that the program has run */
  constructor(book: Journal['officers'], running: () => number) {
    this.book = book
    this.waits = new TryWaits(running)
    this.refresh()
    // Waits begin with the kiosk.
    for (const number of this.tried.keys()) this.triesOf(number)
  }

  /** Takes in what was recorded since. */
  refresh(): void {
    for (const entry of this.book.entries(this.through)) {
      applyAccount(this.accounts, entry)
      applyTry(this.tried, entry)
      // Who was an officer before is nothing new.
      if (isNews(entry.kind) && !carriedOf(entry.payload)) this.newsworthy.push(entry)
      if (this.newsworthy.length > mostNewsKept) this.newsworthy.shift()
      const subject = subjectOf(entry)
      if (entry.kind === 'session.opened' && subject !== null) this.lastOpened.set(subject, entry.seq)
      this.takeEmergency(entry)
      this.through = entry.seq
    }
  }

  private takeEmergency({ kind, payload, at, by }: OfficerEntry): void {
    if (kind !== 'emergency.admitted' && kind !== 'emergency.seen') return
    const said = v.safeParse(emergencySchema, payload)
    if (!said.success) return
    if (kind === 'emergency.seen') this.unseen.delete(said.output.crossing)
    else this.unseen.set(said.output.crossing, { at, by })
  }

  /** Emergencies that no supervisor has seen yet, by the entries of their crossings, the oldest first. */
  get emergencies(): ReadonlyMap<number, { at: number; by: string | null }> {
    return this.unseen
  }

  /** Whether the kiosk has officers. */
  get claimed(): boolean {
    return this.accounts.size > 0
  }

  /** An officer who may sign in; null where there is none of this number. */
  of(number: string): Account | null {
    const account = this.accounts.get(number)
    return account && !account.removed ? account : null
  }

  /** Who an officer is, also one who may sign in no longer; null where there never was one of this number. */
  called(number: string): Who | null {
    const account = this.accounts.get(number)
    return account ? { number, name: account.name, rank: account.rank, role: account.role } : null
  }

  /** How many may still be supervisor when this one no longer is. */
  otherSupervisors(number: string): number {
    return [...this.accounts.values()].filter(
      (each) => !each.removed && each.role === 'supervisor' && each.number !== number,
    ).length
  }

  /** How it stands with somebody's PIN. */
  triesOf(number: string): Tries {
    return this.waits.stand(number, this.tried.get(number) ?? 0)
  }

  /** Everybody who was appointed here, those who are no longer last. */
  lines(): AccountLine[] {
    return [...this.accounts.values()]
      .toSorted((a, b) => Number(a.removed) - Number(b.removed) || a.number.localeCompare(b.number))
      .map(({ number, name, rank, role, means, at, removed }) => {
        return { number, name, rank, role, means, at, removed, tries: this.triesOf(number) }
      })
  }

  /** What others did about officers since somebody signed in last, the newest first. */
  newsFor(number: string): News[] {
    const since = this.lastOpened.get(number) ?? 0
    return this.newsworthy
      .filter((entry) => entry.seq > since && entry.by !== number && subjectOf(entry) !== number)
      .slice(-mostNews)
      .toReversed()
      .map((entry) => this.newsOf(entry))
  }

  private newsOf(entry: OfficerEntry): News {
    const about = subjectOf(entry)
    const name = about === null ? null : (this.accounts.get(about)?.name ?? null)
    return { at: entry.at, kind: isNews(entry.kind) ? entry.kind : 'badge.refused', number: about, name, by: entry.by }
  }
}
