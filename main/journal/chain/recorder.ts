/** The writing part of a journal: what is to happen together is one transaction, and what fails has a code. */
import type { Chain, Link } from './chain.ts'
import type { Discord } from '../../../shared/ledger/discord.ts'
import { sayDiscord } from '../check/say-discord.ts'
import type { Content } from './content.ts'
import { failureOf, type AppendFailure } from '../file/failure.ts'
import type { End } from '../../../shared/ledger/end.ts'
import { isAlone, share } from '../file/log-index.ts'
import type { Database } from '../file/open-database.ts'
import type { SignedHead } from '../vouched/signed-head.ts'
import type { Vouchers } from '../vouched/vouchers.ts'

/** Where an entry is, once it is on disk. */
export type Appended = { recorded: true; seq: number; at: number } | NotRecorded
export type NotRecorded = { recorded: false; code: AppendFailure }

/** What came of a transaction. */
export type Written<T> = { written: true; value: T } | { written: false; code: AppendFailure }

/** An entry that is on disk now. @param at epoch milliseconds */
export type Listener = (kind: string, at: number) => void

/** Writes to one journal. */
export class Recorder {
  private readonly database: Database
  private readonly chain: Chain
  private readonly folder: string
  private readonly log: (line: string) => void
  private readonly listener: Listener
  private readonly statements
  private readonly vouchers: Vouchers
  private readonly found: Discord[]
  /** What of that no entry says yet. */
  private unsaid: readonly Discord[]
  private entries: { kind: string; at: number }[] = []
  private heads: SignedHead[] = []
  /** Whether the journal was opened on a full disk, and nobody can read it beside us yet. */
  private alone: boolean

  constructor(parts: {
    database: Database
    chain: Chain
    folder: string
    vouchers: Vouchers
    /** What was found when the journal was opened: it becomes entries before anything else does. */
    found: readonly Discord[]
    log: (line: string) => void
    /** Told of every entry, once it is on disk. */
    listener: Listener
  }) {
    this.database = parts.database
    this.statements = {
      begin: parts.database.prepare('BEGIN IMMEDIATE'),
      commit: parts.database.prepare('COMMIT'),
      rollback: parts.database.prepare('ROLLBACK'),
    }
    this.chain = parts.chain
    this.folder = parts.folder
    this.vouchers = parts.vouchers
    this.found = [...parts.found]
    this.unsaid = parts.found
    this.log = parts.log
    this.listener = parts.listener
    this.alone = isAlone(parts.database)
  }

  /** Records one entry, alone or together with what `also` writes behind it. @param at epoch milliseconds */
  record(content: Content, at: number, also?: () => void): Appended {
    const answer = this.write(`${content.kind} was not recorded`, (): Appended => {
      const { seq } = this.append(content, at)
      also?.()
      return { recorded: true, seq, at }
    })
    return answer.written ? answer.value : { recorded: false, code: answer.code }
  }

  /**
   * Runs `act` in a transaction. Answers once what it wrote is on disk, or why it is not; never throws for a disk that
   * will not take it.
   * @param failure what the log says then
   */
  write<T>(failure: string, act: () => T): Written<T> {
    const answer = this.attempt(failure, () => this.transact(act))
    const { entries, heads } = this
    this.entries = []
    this.heads = []
    if (!answer.written) return answer
    for (const { kind, at } of entries) this.listener(kind, at)
    if (entries.length > 0) {
      this.unsaid = []
      this.vouchers.markEnd(this.end())
    }
    if (heads.length > 0) this.vouchers.keepHeads(heads)
    if (this.alone) this.share()
    return answer
  }

  /** Something was written, so there is room again. */
  private share(): void {
    const shared = this.attempt('nobody else can read it yet', () => share(this.database, this.folder))
    this.alone = !(shared.written && shared.value)
  }

  /** Statements of our own, since better-sqlite3 makes its function for a transaction anew for every one. */
  private transact<T>(act: () => T): T {
    this.statements.begin.run()
    try {
      const value = act()
      this.statements.commit.run()
      return value
    } catch (error) {
      // A full disk has already ended it.
      if (this.database.inTransaction) this.statements.rollback.run()
      this.chain.forget()
      throw error
    }
  }

  /** Does what the disk may refuse, in no transaction. @param failure what the log says then */
  attempt<T>(failure: string, act: () => T): Written<T> {
    try {
      return { written: true, value: act() }
    } catch (error) {
      this.log(`journal: ${failure}: ${String(error)}`)
      return { written: false, code: failureOf(error, this.folder) }
    }
  }

  /** What did not agree since the journal was opened. */
  get doubts(): readonly Discord[] {
    return this.found
  }

  /** Records what was found when the journal was opened, unless that is an entry already. @param at epoch milliseconds */
  recordDoubts(at: number): void {
    if (this.unsaid.length > 0) this.write('what was found was not recorded', () => this.linkDoubts(at))
  }

  /** Where the chain ends. */
  end(): End {
    return this.chain.end()
  }

  /** Says in the log and in an entry that something does not agree; only within `write`. @param at epoch milliseconds */
  doubt(discord: Discord, at: number): void {
    this.log(`journal: ${sayDiscord('en', discord)}`)
    this.append({ kind: 'journal.doubted', payload: discord }, at)
    this.found.push(discord)
  }

  /** Appends an entry; only within `write`. @param at epoch milliseconds */
  append(content: Content, at: number): Link {
    // `entries` holds what this transaction has appended so far.
    if (this.entries.length === 0) this.linkDoubts(at)
    return this.link(content, at)
  }

  private linkDoubts(at: number): void {
    for (const payload of this.unsaid) this.link({ kind: 'journal.doubted', payload }, at)
  }

  private link(content: Content, at: number): Link {
    const link = this.chain.append(content, at)
    this.entries.push({ kind: content.kind, at })
    if (link.head) this.heads.push(link.head)
    return link
  }

  /** Signs the chain as it ends now; only within `write`. Null where that is signed already. */
  sign(at: number): SignedHead | null {
    const head = this.chain.sign(at)
    if (head) this.heads.push(head)
    return head
  }
}
