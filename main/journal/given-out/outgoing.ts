/** What of a journal leaves it: its entries as they are stored, and the keys that answer for them. */
import { sign } from 'node:crypto'
import * as v from 'valibot'
import type { Entry, StoredEntry } from '../../../shared/ledger/entry.ts'
import type { KeyChange } from '../../../shared/ledger/key-change.ts'
import { keysSchema } from '../../../shared/ledger/payloads.ts'
import { entryColumns, type EntryRow } from '../chain/entry-row.ts'
import { epochsOf, type Epoch } from '../chain/epoch.ts'
import { publicTextOf, type KioskKeys } from '../chain/kiosk-keys.ts'
import type { Database } from '../file/open-database.ts'
import { openToRead } from '../file/open-to-read.ts'

/** The key by which a kiosk answers for what it sends. */
export interface OutgoingKey {
  number: number
  /** 32 bytes in base64url. */
  public: string
  /** An Ed25519 signature, 64 bytes. */
  sign: (bytes: Uint8Array) => Uint8Array
}

/** Reads what is to be sent; each call on its own, so that nothing is held while something is on its way. */
export class OutgoingEntries {
  private readonly database: Database
  private readonly statements

  constructor(database: Database) {
    this.database = database
    this.statements = prepare(database)
  }

  /** Entries from one on, as long as their payloads come to no more than so many characters; at least one, where there is one. */
  read({ from, through, characters }: { from: number; through: number; characters: number }): StoredEntry[] {
    const entries: StoredEntry[] = []
    let sum = 0
    for (const { payload, ...entry } of this.statements.entries.iterate(from, through)) {
      sum += payload?.length ?? 0
      if (entries.length > 0 && sum > characters) break
      entries.push({ entry, payload })
    }
    return entries
  }

  /** Number, instant (epoch milliseconds) and hash of an entry; null: there is none. */
  header(seq: number): Pick<Entry, 'seq' | 'at' | 'hash'> | null {
    return this.statements.header.get(seq) ?? null
  }

  /** All epochs, the oldest first. */
  epochs(): Epoch[] {
    return epochsOf(this.database)
  }

  /** Changes of the kiosk's keys in entries from one on. */
  keyChanges(from: number): KeyChange[] {
    return this.statements.keyChanges.all(from).map((payload) => v.parse(keysSchema, JSON.parse(payload)))
  }
}

/** What is to be sent, and the keys by which the kiosk answers for it. */
export class Outgoing extends OutgoingEntries {
  private readonly keys: KioskKeys

  constructor(database: Database, keys: KioskKeys) {
    super(database)
    this.keys = keys
  }

  /** The key that signs now. */
  signer(): OutgoingKey {
    const { number, key } = this.keys.current()
    return { number, public: publicTextOf(key), sign: (bytes) => sign(null, bytes, key) }
  }

  /** The public half of the key that opens what is sealed to the kiosk; null: it has none yet. */
  box(): { number: number; public: string } | null {
    const box = this.keys.box()
    return box && { number: box.number, public: publicTextOf(box.key) }
  }
}

/**
 * Reads what is to be sent of the journal in a folder, also beside a kiosk that has it open. Whoever gets it closes it.
 * @throws what `openToRead` throws
 */
export function openOutgoing(folder: string, key: Uint8Array): { entries: OutgoingEntries; close: () => void } {
  const database = openToRead(folder, key)
  return { entries: new OutgoingEntries(database), close: () => void database.close() }
}

function prepare(database: Database) {
  return {
    entries: database.prepare<[number, number], EntryRow>(
      `SELECT ${entryColumns} FROM entries WHERE seq >= ? AND seq <= ? ORDER BY seq`,
    ),
    header: database.prepare<[number], Pick<Entry, 'seq' | 'at' | 'hash'>>(
      'SELECT seq, at, hash FROM entries WHERE seq = ?',
    ),
    keyChanges: database
      .prepare<[number], string>(`SELECT payload FROM entries WHERE kind = 'kiosk.keys' AND seq >= ? ORDER BY seq`)
      .pluck(),
  }
}
