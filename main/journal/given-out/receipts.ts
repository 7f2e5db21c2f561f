/**
 * How far a hub certainly has the journal. Receipts lie beside the entries, as they came: that one arrives is nothing that
 * the next trip would have to carry. What they allow cannot be taken back, so each is judged anew whenever it is asked for.
 */
import type * as v from 'valibot'
import { hubSchema } from '../../../shared/ledger/payloads.ts'
import { readReceipt, type ReceiptLevel } from '../../../shared/sync/receipt.ts'
import { ed25519Holds } from '../chain/entry-signature.ts'
import { epochsOf } from '../chain/epoch.ts'
import { sha256 } from '../chain/entry.ts'
import type { Database } from '../file/open-database.ts'
import { readPayload } from '../chain/payload.ts'

/** Why a receipt is not kept: it is none, its hub is not ours or did not sign it, or it speaks of another journal's entries. */
export type ReceiptFault = 'unreadable' | 'not-enrolled' | 'forged' | 'another-chain'

/** A hub, as its entry says. */
export type Hub = v.InferOutput<typeof hubSchema>

/** The receipts of one journal. */
export class Receipts {
  private readonly database: Database
  private readonly statements

  constructor(database: Database) {
    this.database = database
    this.statements = prepare(database)
  }

  /** Why a receipt proves nothing here; null: it does. */
  fault(text: string): ReceiptFault | null {
    const receipt = readReceipt(text)
    if (!receipt) return 'unreadable'
    const { saying, signed, signature } = receipt
    const hub = this.hubs().find((each) => each.hub === saying.hub)
    if (!hub) return 'not-enrolled'
    if (!ed25519Holds(hub.key, Buffer.from(signed, 'utf8'), signature)) return 'forged'
    const epoch = epochsOf(this.database).find((each) => each.epoch === saying.epoch)
    const there = this.statements.hash.get(saying.through) === saying.hash
    return there && epoch && saying.through >= epoch.from && saying.through <= epoch.through ? null : 'another-chain'
  }

  /** Keeps one that proves something; within a transaction. */
  keep(text: string): void {
    const receipt = readReceipt(text)
    if (receipt) this.statements.insert.run({ ...receipt.saying, text })
  }

  /**
   * The last entry up to which the hub that was enrolled last has every one, so that its receipts say; 0: none. An epoch
   * that it does not have whole ends the row.
   */
  through(level: ReceiptLevel): number {
    const levels: readonly string[] = level === 'integrated' ? ['integrated', 'backed-up'] : ['backed-up']
    const hub = this.hub()?.hub
    let through = 0
    for (const epoch of epochsOf(this.database)) {
      const proven = this.statements.ofEpoch
        .all(epoch.epoch)
        .find((row) => levels.includes(row.level) && readReceipt(row.text)?.saying.hub === hub && this.holds(row))
      if (!proven) return through
      through = proven.through
      if (through < epoch.through) return through
    }
    return through
  }

  /** The hub whose receipts count, as its entry says; null: none was enrolled. */
  hub(): Hub | null {
    return this.hubs()[0] ?? null
  }

  /** The first that does not hold, by the entry that it speaks of; null: all do. */
  misfit(): number | null {
    for (const row of this.statements.all.iterate()) if (!this.holds(row)) return row.through
    return null
  }

  /** Whether a row says what its receipt says, and that proves something. */
  private holds({ level, epoch, through, text }: Row): boolean {
    const saying = readReceipt(text)?.saying
    const agrees = saying?.level === level && saying.epoch === epoch && saying.through === through
    return agrees && this.fault(text) === null
  }

  /** Every hub that was ever enrolled, the last one first. */
  private hubs(): Hub[] {
    return this.statements.hubs.all().flatMap(({ payload, payloadHash }) => {
      if (payload === null || sha256(payload) !== payloadHash) return []
      const hub = readPayload(hubSchema, payload)
      return hub ? [hub] : []
    })
  }
}

interface Row {
  level: string
  epoch: string
  through: number
  text: string
}

function prepare(database: Database) {
  return {
    hash: database.prepare<[number], string>('SELECT hash FROM entries WHERE seq = ?').pluck(),
    insert: database.prepare<[Row]>('INSERT OR REPLACE INTO receipts VALUES (@level, @epoch, @through, @text)'),
    ofEpoch: database.prepare<[string], Row>(
      'SELECT level, epoch, through, text FROM receipts WHERE epoch = ? ORDER BY through DESC',
    ),
    all: database.prepare<[], Row>('SELECT level, epoch, through, text FROM receipts ORDER BY through'),
    hubs: database.prepare<[], { payload: string | null; payloadHash: string }>(
      `SELECT payload, payload_hash AS payloadHash FROM entries WHERE kind = 'hub.enrolled' ORDER BY seq DESC`,
    ),
  }
}
