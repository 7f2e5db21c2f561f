/** Files of ours that are whole or not there, and on the disk when the call returns. */
import { closeSync, constants, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A link that somebody put in the way is not followed. Windows has no such flag. */
const makeNew = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0)

/**
 * Writes a file that must not be there yet.
 * @throws the system's error; `EEXIST` where something has the name, a link among it
 */
export function writeNewFile(path: string, content: string | Uint8Array, mode = 0o600): void {
  const descriptor = openSync(path, makeNew, mode)
  try {
    writeFileSync(descriptor, content)
    fsyncSync(descriptor)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(descriptor)
  }
  syncFolder(dirname(path))
}

/** Puts a file where it belongs in one step, in place of what was there. @throws the system's error */
export function writeDurably(path: string, content: string | Uint8Array, mode = 0o600): void {
  const part = `${path}.part`
  rmSync(part, { force: true })
  writeNewFile(part, content, mode)
  renameDurably(part, path)
}

/** Gives a file its name, for good. @throws the system's error */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to)
  syncFolder(dirname(to))
}

/** Puts a folder's names on the disk. Windows has no handle of a folder to sync; some sticks cannot. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EINVAL')) throw error
  } finally {
    closeSync(descriptor)
  }
}
