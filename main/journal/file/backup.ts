/** Backups of the journal, made before its tables change. They are encrypted with the journal's own key. */
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { syncFile } from './durable-file.ts'
import type { Database } from './open-database.ts'

const folderOf = (folder: string): string => join(folder, 'backups')

/**
 * Writes a whole copy of an encrypted journal to `backups/NAME.sqlite` and waits until it is on disk. The copy takes
 * over the cipher and the key. One of the same name is replaced, and is whole at every instant.
 */
export function backUp(database: Database, folder: string, name: string): void {
  mkdirSync(folderOf(folder), { recursive: true, mode: 0o700 })
  const file = join(folderOf(folder), `${name}.sqlite`)
  rmSync(`${file}.part`, { force: true })
  database.prepare('VACUUM INTO ?').run(`${file}.part`)
  syncFile(`${file}.part`)
  renameSync(`${file}.part`, file)
  syncFile(file)
}

/** Removes every backup: once payloads are erased, no copy may keep them. */
export function removeBackups(folder: string): void {
  rmSync(folderOf(folder), { recursive: true, force: true })
}

/** Names of the backups that there are. */
export function backupNames(folder: string): string[] {
  try {
    return readdirSync(folderOf(folder)).toSorted()
  } catch {
    return []
  }
}
