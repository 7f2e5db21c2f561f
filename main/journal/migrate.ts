/** Brings a journal's tables up to date: numbered steps, each in its own file and never edited once released. */
import type Database from 'better-sqlite3'
import { sql as entries } from './migrations/0010-entries.ts'

const migrations: readonly { version: number; sql: string }[] = [{ version: 10, sql: entries }]

/** A journal written by a newer program. Opening it could lose what only the newer one understands. */
export class JournalFromFuture extends Error {
  readonly code = 'JOURNAL_FROM_FUTURE'
  constructor(version: number) {
    super(`this journal was written by a newer version of Chốt (format ${version}); install that version to open it`)
    this.name = 'JournalFromFuture'
  }
}

/**
 * Runs the migrations that are still missing, all in one transaction.
 * @throws JournalFromFuture
 */
export function migrate(database: Database.Database): void {
  const current = Number(database.pragma('user_version', { simple: true }))
  const latest = migrations.at(-1)?.version ?? 0
  if (current > latest) throw new JournalFromFuture(current)
  database
    .transaction(() => {
      for (const { version, sql } of migrations) if (version > current) database.exec(sql)
      database.pragma(`user_version = ${latest}`)
    })
    .immediate()
}
