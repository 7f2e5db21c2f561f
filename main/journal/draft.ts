/** The draft: the crossing that is being built, so that a power cut does not send the queue back to its first scan. */
import type { Database } from './open-database.ts'

/** One text that is replaced as a whole. What it says is its writer's business. */
export class Draft {
  private readonly statements

  constructor(database: Database) {
    this.statements = {
      read: database.prepare<[], string>('SELECT content FROM open_crossing').pluck(),
      replace: database.prepare<[string]>(
        'INSERT INTO open_crossing VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET content = excluded.content',
      ),
      // With a condition, or the table's page would be written even where there is nothing to remove.
      remove: database.prepare<[]>('DELETE FROM open_crossing WHERE id = 1'),
    }
  }

  read(): string | null {
    return this.statements.read.get() ?? null
  }

  /** Replaces it; null: there is none any more. Belongs in a transaction. */
  write(content: string | null): void {
    if (content === null) this.statements.remove.run()
    else this.statements.replace.run(content)
  }
}
