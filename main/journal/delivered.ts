/** How far somebody else certainly has the journal: the entries that retention may take the payload from. */
import * as v from 'valibot'
import { sha256 } from './entry.ts'
import type { Database } from './open-database.ts'

/** What a receipt says: its giver has the entries up to `through`, whose hash is `hash`. */
export interface Receipt {
  through: number
  hash: string
}

/** The highest entry that a receipt proves delivered. `receipt`: the entry that holds the first receipt to prove it. */
export interface Proven {
  through: number
  receipt: number
}

export const receiptSchema = v.object({ through: v.number(), hash: v.string() })

/** The highest entry that a receipt proves delivered. */
export class Delivered {
  readonly tables = ['delivered'] as const
  private readonly statements

  constructor(database: Database) {
    this.statements = prepare(database)
  }

  /** Takes in the receipt in entry `seq`. One for another chain than this, or for what is not written yet, proves nothing. */
  add(seq: number, { through, hash }: Receipt): void {
    this.statements.add.run({ seq, through, hash })
  }

  /** The last entry that was certainly delivered; 0 where none was, or the receipt that is to prove it does not. */
  through(): number {
    const row = this.statements.proof.get()
    if (!row || row.payload === null || sha256(row.payload) !== row.payloadHash) return 0
    const { through, hash } = v.parse(receiptSchema, JSON.parse(row.payload))
    return through === row.through && hash === row.hash ? through : 0
  }
}

interface Proof {
  through: number
  payload: string | null
  payloadHash: string
  /** Of the entry that was delivered. */
  hash: string
}

function prepare(database: Database) {
  return {
    add: database.prepare<[Receipt & { seq: number }]>(
      `INSERT INTO delivered (id, through, receipt) SELECT 1, seq, @seq FROM entries WHERE seq = @through AND hash = @hash
       ON CONFLICT (id) DO UPDATE SET through = excluded.through, receipt = excluded.receipt
         WHERE excluded.through > through`,
    ),
    // Asked anew each time, and of the receipt itself: what it allows cannot be taken back.
    proof: database.prepare<[], Proof>(
      `SELECT d.through, r.payload, r.payload_hash AS payloadHash, e.hash FROM delivered d
       JOIN entries r ON r.seq = d.receipt AND r.kind = 'receipt.received' JOIN entries e ON e.seq = d.through`,
    ),
  }
}
