/** Files that are on disk when a call returns, and files that are gone from it. */
import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

const chunk = Buffer.alloc(1 << 20)

/** Waits until `file` and its name in its folder are on disk. */
export function syncFile(file: string): void {
  syncPath(file, 'r+')
  // Windows has no handle of a folder to sync; NTFS journals names itself.
  if (process.platform !== 'win32') syncPath(dirname(file), 'r')
}

function syncPath(path: string, flags: string): void {
  const descriptor = openSync(path, flags)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Overwrites a file with zeros where it is, and waits until they are on disk. */
export function blankFile(file: string): void {
  const { size } = statSync(file)
  const descriptor = openSync(file, 'r+')
  try {
    for (let at = 0; at < size; at += chunk.length) {
      writeSync(descriptor, chunk, 0, Math.min(chunk.length, size - at), at)
    }
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Overwrites a file and removes it. A flash disk may keep the old blocks until it needs them, and a file system that
 * copies on write always does: there only the encryption of the whole disk helps.
 */
export function shredFile(file: string): void {
  blankFile(file)
  rmSync(file)
}
