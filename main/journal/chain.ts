/** Appends to the chain: header, payload and projections in one transaction, and every so often a signed head. */
import { randomBytes, type KeyObject } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { entryHash, genesis, sha256, type Entry } from './entry.ts'
import type { Database } from './open-database.ts'
import type { Projections } from './projections.ts'
import { headInterval, signHead, type SignedHead } from './signed-head.ts'

/** What one append made. `head`: the signed head that was due with it, else null. */
export interface Link {
  seq: number
  head: SignedHead | null
}

/** The writing end of a journal's chain. Its calls belong in a transaction. */
export class Chain {
  private readonly kiosk: string
  private readonly key: KeyObject
  private readonly projections: Projections
  private readonly statements

  constructor(database: Database, kiosk: string, key: KeyObject, projections: Projections) {
    this.kiosk = kiosk
    this.key = key
    this.projections = projections
    this.statements = prepare(database)
  }

  /** Appends one entry. @param at epoch milliseconds */
  append(kind: string, payload: object, at: number): Link {
    const last = this.statements.last.get()
    // The salt keeps the hash of an erased payload from being guessed back into the payload.
    const text = JSON.stringify({ salt: randomBytes(16).toString('base64'), ...payload })
    const header: Omit<Entry, 'hash'> = {
      seq: (last?.seq ?? 0) + 1,
      id: uuidv7({ msecs: at }),
      at,
      kiosk: this.kiosk,
      officer: null,
      kind,
      payloadHash: sha256(text),
      previous: last?.hash ?? genesis,
    }
    this.statements.insertEntry.run({ ...header, hash: entryHash(header) })
    this.statements.insertPayload.run(header.seq, text)
    this.projections.project(header, text)
    return { seq: header.seq, head: header.seq % headInterval === 0 ? this.sign(at) : null }
  }

  /** Signs the last entry's hash; null where there is no entry, or it is signed already. @param at epoch milliseconds */
  sign(at: number): SignedHead | null {
    const last = this.statements.last.get()
    if (!last || last.seq === this.statements.lastSigned.get()) return null
    const head = signHead(this.key, { kiosk: this.kiosk, seq: last.seq, at, hash: last.hash })
    this.statements.insertHead.run(last.seq, JSON.stringify(head))
    return head
  }

  /** Removes the payloads of one kind from before an instant, up to an entry. Answers with how many there were. */
  erase(kind: string, through: number, before: number): number {
    return this.statements.erase.run(kind, through, before).changes
  }
}

function prepare(database: Database) {
  return {
    last: database.prepare<[], { seq: number; hash: string }>(
      'SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1',
    ),
    lastSigned: database.prepare<[], number>('SELECT max(seq) FROM heads').pluck(),
    insertEntry: database.prepare<[Entry]>(
      `INSERT INTO entries (seq, id, at, kiosk, officer, kind, payload_hash, previous, hash)
       VALUES (@seq, @id, @at, @kiosk, @officer, @kind, @payloadHash, @previous, @hash)`,
    ),
    insertPayload: database.prepare<[number, string]>('INSERT INTO payloads (seq, payload) VALUES (?, ?)'),
    insertHead: database.prepare<[number, string]>('INSERT INTO heads (seq, head) VALUES (?, ?)'),
    erase: database.prepare<[string, number, number]>(
      'DELETE FROM payloads WHERE seq IN (SELECT seq FROM entries WHERE kind = ? AND seq <= ? AND at < ?)',
    ),
  }
}
