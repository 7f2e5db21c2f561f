/** The writing part of a journal: what is to happen together is one transaction, and what fails has a code. */
import type { Chain, Link } from './chain.ts'
import type { Content } from './content.ts'
import { failureOf, type AppendFailure } from './failure.ts'
import { appendHead } from './head-file.ts'
import type { Database } from './open-database.ts'
import type { SignedHead } from './signed-head.ts'

/** Where an entry is, once it is on disk. */
export type Appended = { recorded: true; seq: number; at: number } | NotRecorded
export type NotRecorded = { recorded: false; code: AppendFailure }

/** What came of a transaction. */
export type Written<T> = { written: true; value: T } | { written: false; code: AppendFailure }

/** An entry that is on disk now. @param at epoch milliseconds */
type Listener = (kind: string, at: number) => void

/** Writes to one journal. */
export class Recorder {
  private readonly database: Database
  private readonly chain: Chain
  private readonly folder: string
  private readonly log: (line: string) => void
  private readonly listener: Listener
  private readonly statements
  private entries: { kind: string; at: number }[] = []
  private heads: SignedHead[] = []

  constructor(parts: {
    database: Database
    chain: Chain
    folder: string
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
    this.log = parts.log
    this.listener = parts.listener
  }

  /** Records one entry, alone or together with what `also` writes. @param at epoch milliseconds */
  record(content: Content, at: number, also?: () => void): Appended {
    const answer = this.write(`${content.kind} was not recorded`, (): Appended => {
      also?.()
      return { recorded: true, seq: this.append(content, at).seq, at }
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
    // Heads are in the journal already; that their second copy fails is no reason to refuse the entries.
    for (const head of heads) this.attempt('heads.jsonl did not take a head', () => appendHead(this.folder, head))
    return answer
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

  /** Appends an entry; only within `write`. @param at epoch milliseconds */
  append(content: Content, at: number): Link {
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
