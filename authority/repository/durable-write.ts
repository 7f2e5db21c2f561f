/** Files that are there whole or not at all, and stay there when the power goes or the stick is pulled out. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Some file systems of sticks cannot flush a folder; the files in it are on the stick all the same. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EINVAL')) throw error
  } finally {
    closeSync(handle)
  }
}

/** Makes a folder and those above it. One by one: Node's own way never ends where a file system only feigns to be one. */
export function makeFolder(folder: string, mode = 0o755): void {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  mkdirSync(folder, { mode })
}

/** Writes a file beside its place, flushes it, and puts it there in one step. */
export function writeDurably(file: string, content: Uint8Array | string, mode = 0o644): void {
  const part = `${file}.part`
  const handle = openSync(part, 'w', mode)
  try {
    writeFileSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(part, file)
  syncFolder(dirname(file))
}
