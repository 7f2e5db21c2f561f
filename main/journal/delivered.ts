/** How far somebody else certainly has the journal: the entries that retention may take the payload from. */
import type { Database } from './open-database.ts'

/** What a receipt says: its giver has the entries up to `through`, whose hash is `hash`. */
export interface Receipt {
  through: number
  hash: string
}

/** The highest entry that a receipt proves delivered. */
export class Delivered {
  readonly tables = ['delivered'] as const
  private readonly statements

  constructor(database: Database) {
    this.statements = prepare(database)
  }

  /** Takes a receipt in. One for another chain than this, or for what is not written yet, proves nothing. */
  add({ through, hash }: Receipt): void {
    this.statements.add.run({ through, hash })
  }

  /** The last entry that was certainly delivered; 0 where none was. */
  through(): number {
    return this.statements.through.get() ?? 0
  }
}

function prepare(database: Database) {
  return {
    add: database.prepare<[Receipt]>(
      `INSERT INTO delivered (id, through) SELECT 1, seq FROM entries WHERE seq = @through AND hash = @hash
       ON CONFLICT (id) DO UPDATE SET through = max(through, excluded.through)`,
    ),
    through: database.prepare<[], number>('SELECT through FROM delivered').pluck(),
  }
}
