/** Statements that are asked of many databases, from where no instance could keep them: each prepared once a database. */
import type { Statement } from 'better-sqlite3'
import type { Database } from './open-database.ts'

/** What prepares a statement for a database the first time, and has it from then on. */
export function prepared<P extends unknown[], R>(sql: string): (database: Database) => Statement<P, R> {
  const statements = new WeakMap<Database, Statement<P, R>>()
  return (database) => {
    const known = statements.get(database) ?? database.prepare<P, R>(sql)
    statements.set(database, known)
    return known
  }
}
