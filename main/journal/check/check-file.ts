/**
 * Whether every way to a row leads to that row. What was compared row by row holds for a search or a count only if the
 * file's trees are in order: an older page that was put back may hide a row from one way and show it to another.
 *
 * Beside a kiosk that writes, nothing is read for long, for as long as one read lasts the write-ahead log cannot be emptied:
 * each tree that grows with the crossings is walked in runs, and each row on the way is looked up by its key as well. A walk
 * whose keys only rise, each of which its look-up finds, meets each row once, and a look-up leads nowhere else. Trees that
 * stay small are asked of SQLite, which reads each whole. A journal that nobody has open is asked of SQLite as a whole:
 * that also tells whether a page is free and in use, which no row shows yet, and keeps nobody waiting.
 */
import { isReadFault, type Database } from '../file/open-database.ts'
import { isProfileInUse } from '../file/profile-lock.ts'
import type { Discord } from '../../../shared/ledger/discord.ts'
import { IndexedKinds } from './indexed-kinds.ts'
import { GrowingTree, growingTables } from './growing-tree.ts'

const inconsistent = { why: 'file-inconsistent', seq: 0 } as const

/** How a file is looked at. */
export interface FileCheck {
  /** The journal's folder: whether anybody has it open is asked of its lock. */
  folder: string
  /** Rows that are read in one read transaction, at most: some tens of milliseconds. */
  size?: number
  /** Called after every run. */
  progress?: () => void
}

/** What is not in order; null: everything is. */
export function checkFile(database: Database, { folder, size = 10_000, progress }: FileCheck): Discord | null {
  const inOrder = isProfileInUse(folder)
    ? treesInOrder(database, size, progress)
    : saysOk(database, 'integrity_check(1)')
  return inOrder ? null : inconsistent
}

function treesInOrder(database: Database, size: number, progress: () => void = () => undefined): boolean {
  try {
    const trees = [...growingTables.map((table) => GrowingTree.ofTable(database, table)), ...indexTrees(database)]
    return (
      trees.every((tree) => tree.inOrder(size, progress)) &&
      smallTables(database).every((name) => {
        progress()
        return saysOk(database, `integrity_check(${name})`)
      })
    )
  } catch (error) {
    if (isReadFault(error)) return false
    throw error
  }
}

const indexTrees = (database: Database): GrowingTree[] =>
  new IndexedKinds(database).all.map((index) => GrowingTree.ofIndex(database, index))

/** All others: their rows are of days, of hundreds of entries, of batches and of officers. */
function smallTables(database: Database): string[] {
  const growing: readonly string[] = growingTables.map(({ name }) => name)
  return database
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all()
    .filter((name) => !growing.includes(name))
}

const saysOk = (database: Database, pragma: string): boolean => database.pragma(pragma, { simple: true }) === 'ok'
