/** What lies in a folder that somebody else may have filled: so many names at most, and whether there are others behind them. */
import type { Dirent } from 'node:fs'
import { opendir } from 'node:fs/promises'
import { mostNamesInFolder } from '../../shared/sync/limits.ts'

/** What is in a folder, in no order. */
export interface Listed {
  /** `mostNamesInFolder` at most. */
  entries: Dirent[]
  /** Whether there are others, which nobody has looked at: whoever did not find what it looks for says so. */
  more: boolean
}

/** Lists a folder. @throws the system's error */
export async function listFolder(folder: string): Promise<Listed> {
  const entries: Dirent[] = []
  for await (const entry of await opendir(folder)) {
    if (entries.length === mostNamesInFolder) return { entries, more: true }
    entries.push(entry)
  }
  return { entries, more: false }
}
