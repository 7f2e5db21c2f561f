/** Appends to the chain: an entry and its projections in one transaction, and every so often a signed head. */
import { v7 as uuidv7 } from 'uuid'
import type { Content } from './content.ts'
import { erasable } from '../crossings/crossing-table.ts'
import { endOf } from '../vouched/end-mark.ts'
import { isOfficers, type Retention } from '../../../shared/ledger/entry-kinds.ts'
import type { End } from '../../../shared/ledger/end.ts'
import { entryHash, sha256, type Header } from './entry.ts'
import { entryBytes, type Signer } from './entry-signature.ts'
import type { KioskKeys } from './kiosk-keys.ts'
import { untabled } from './index-conditions.ts'
import type { Database } from '../file/open-database.ts'
import type { Projections } from './projections.ts'
import { nextRandom } from './random-bytes.ts'
import { headInterval, signHead, type SignedHead } from '../vouched/signed-head.ts'

/** What one append made. `head`: the signed head that was due with it, else null. */
export interface Link {
  seq: number
  head: SignedHead | null
}

/** The writing end of a journal's chain. Its calls belong in a transaction. */
export class Chain {
  readonly kiosk: string
  private readonly database: Database
  private readonly keys: KioskKeys
  private readonly projections: Projections
  private readonly signer: () => Signer | null
  private readonly statements
  /** The last entry, once it has been asked for: one process writes, so nobody else adds one. */
  private last: End | null = null

  constructor(parts: {
    database: Database
    kiosk: string
    keys: KioskKeys
    /** Whoever has signed in; null: nobody. */
    signer: () => Signer | null
    projections: Projections
  }) {
    this.kiosk = parts.kiosk
    this.database = parts.database
    this.keys = parts.keys
    this.signer = parts.signer
    this.projections = parts.projections
    this.statements = prepare(parts.database)
  }

  /** Appends one entry. @param at epoch milliseconds */
  append(content: Content, at: number): Link {
    const last = this.end()
    // The salt keeps the hash of an erased payload from being guessed back into the payload.
    const text = JSON.stringify({ salt: Buffer.from(nextRandom()).toString('base64'), ...content.payload })
    const signer = isOfficers(content.kind) ? this.signer() : null
    const header: Header = {
      seq: last.seq + 1,
      id: uuidv7({ msecs: at, random: nextRandom() }),
      at,
      kiosk: this.kiosk,
      officer: signer?.officer ?? null,
      kind: content.kind,
      payloadHash: sha256(text),
      previous: last.hash,
    }
    const { seq, id, kiosk, officer, kind, payloadHash, previous } = header
    const hash = entryHash(header)
    const signature = signer ? Buffer.from(signer.sign(entryBytes(hash))).toString('base64url') : null
    const signed = [signer?.publicKey ?? null, signature] as const
    this.statements.insertEntry.run(seq, id, at, kiosk, officer, kind, payloadHash, previous, hash, text, ...signed)
    this.projections.project(seq, at, content)
    this.last = { seq, hash }
    return { seq, head: seq % headInterval === 0 ? this.sign(at) : null }
  }

  /** Signs the last entry's hash; null where there is no entry, or it is signed already. @param at epoch milliseconds */
  sign(at: number): SignedHead | null {
    const last = this.end()
    if (last.seq === 0 || last.seq === this.statements.lastSigned.get()) return null
    const head = signHead(this.keys.current(), { kiosk: this.kiosk, seq: last.seq, at, hash: last.hash })
    this.statements.insertHead.run(last.seq, JSON.stringify(head))
    return head
  }

  /** Forgets what was appended in a transaction that did not come to its end. */
  forget(): void {
    this.keys.forget()
    this.last = null
  }

  /** Where it ends. */
  end(): End {
    this.last ??= endOf(this.database)
    return this.last
  }

  /**
   * Removes the payloads of scans, whole crossings and whatever else is personal from before an instant, up to an entry.
   * Which ones, the projections know: they must still hold what is to be erased. Answers with how many payloads there were.
   */
  erase(before: number, through: number): number {
    const { eraseScans, eraseCrossings } = this.statements
    const tabled = [eraseScans, eraseCrossings].map((statement) => statement.run({ before, through }).changes)
    return tabled.reduce((sum, changes) => sum + changes) + this.eraseUntabled('personal', before, through)
  }

  /** The same of entries of a class that stand in no table. */
  eraseUntabled(retention: Retention, before: number, through: number): number {
    return this.statements.eraseUntabled.run({ retention, before, through }).changes
  }
}

type Text = string | null
type NewEntry = [number, string, number, string, Text, string, string, string, string, string, Text, Text]

function prepare(database: Database) {
  return {
    lastSigned: database.prepare<[], number>('SELECT max(seq) FROM heads').pluck(),
    insertEntry:
      database.prepare<NewEntry>(`INSERT INTO entries (seq, id, at, kiosk, officer, kind, payload_hash, previous, hash, payload, signer, signature)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    // Rows that entries of a journal which was cut short have left must not keep new ones from being written.
    insertHead: database.prepare<[number, string]>('INSERT OR REPLACE INTO heads (seq, head) VALUES (?, ?)'),
    eraseScans: database.prepare<[{ before: number; through: number }]>(
      `UPDATE entries SET payload = NULL WHERE seq IN (SELECT seq FROM scans WHERE at < @before AND seq <= @through)`,
    ),
    eraseUntabled: database.prepare<[{ retention: Retention; before: number; through: number }]>(
      `UPDATE entries INDEXED BY entries_untabled SET payload = NULL
       WHERE ${untabled} AND retention_of(kind) = @retention AND at < @before AND seq <= @through
         AND payload IS NOT NULL`,
    ),
    eraseCrossings: database.prepare<[{ before: number; through: number }]>(
      `WITH going AS (SELECT c.seq, c.last_seq FROM crossings c WHERE ${erasable})
       UPDATE entries SET payload = NULL WHERE seq IN (
         SELECT seq FROM going
         UNION ALL SELECT h.seq FROM going g JOIN crossing_changes h ON h.crossing = g.seq WHERE g.last_seq <> g.seq)`,
    ),
  }
}
