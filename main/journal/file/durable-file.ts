/** Files that are on disk when a call returns, and files that are gone from it. */
import { closeSync, constants, fstatSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { openOwnFile } from '../../files/index.ts'

const chunk = Buffer.alloc(1 << 20)

/** Waits until `file` and its name in its folder are on disk. */
export function syncFile(file: string): void {
  sync(openOwnFile(file, constants.O_RDWR))
  // Windows has no handle of a folder to sync; NTFS journals names itself.
  if (process.platform !== 'win32') sync(openSync(dirname(file), 'r'))
}

function sync(descriptor: number): void {
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Overwrites a file with zeros where it is, and waits until they are on disk. One that has another name as well is left
 * alone: under that it may be somebody else's.
 */
export function blankFile(file: string): void {
  const descriptor = openOwnFile(file, constants.O_RDWR)
  try {
    const { nlink, size } = fstatSync(descriptor)
    if (nlink > 1) return
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
