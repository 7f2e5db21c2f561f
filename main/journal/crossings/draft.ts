/** The draft: the crossing that is being built, so that a power cut does not send the queue back to its first scan. */
import { checkDraft } from '../check/check-draft.ts'
import type { End } from '../../../shared/ledger/end.ts'
import type { Database } from '../file/open-database.ts'

/** One text that is replaced as a whole. What it says is its writer's business. */
export class Draft {
  private readonly database: Database
  private readonly statements

  constructor(database: Database) {
    this.database = database
    this.statements = {
      read: database.prepare<[], string>('SELECT content FROM open_crossing').pluck(),
      replace: database.prepare<[string, number, string]>(
        `INSERT INTO open_crossing (id, content, after_seq, after_hash) VALUES (1, ?, ?, ?) ON CONFLICT (id)
           DO UPDATE SET content = excluded.content, after_seq = excluded.after_seq, after_hash = excluded.after_hash`,
      ),
      // With a condition, or the table's page would be written even where there is nothing to remove.
      remove: database.prepare<[]>('DELETE FROM open_crossing WHERE id = 1'),
    }
  }

  read(): string | null {
    return this.statements.read.get() ?? null
  }

  /** Whether it is not the one that belongs behind the last decision: an older page of the file was put back. */
  isDoubted(): boolean {
    return checkDraft(this.database) !== null
  }

  /** Replaces it; null: there is none any more. Belongs in a transaction. @param after where the journal ends with it */
  write(content: string | null, after: End): void {
    if (content === null) this.statements.remove.run()
    else this.statements.replace.run(content, after.seq, after.hash)
  }
}
