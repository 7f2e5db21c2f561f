/**
 * The disk operations that decide what is left after a power cut: the store does everything that lasts through these
 * few, so that a test can stop the world between any two of them.
 */
import { constants } from 'node:fs'
import { mkdir, open, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { diskReason } from './reasons.ts'
import { refusalBecause, type Refusal } from './refusal.ts'

export interface Disk {
  makeFolder: (path: string) => Promise<void>
  /** Makes a file anew, in place of what had its name; never through a link, nor into a pipe, that was planted there. */
  write: (path: string, content: Uint8Array | string | AsyncIterable<Uint8Array>) => Promise<void>
  /** Returns once what was written to this file is on the disk. */
  syncFile: (path: string) => Promise<void>
  /** Returns once the names in this folder are on the disk. */
  syncFolder: (path: string) => Promise<void>
  /** Gives a file another name, in one step, in the place of the one that had it. */
  rename: (from: string, to: string) => Promise<void>
  /** Removes a file or folder with all it holds; it need not be there. */
  remove: (path: string) => Promise<void>
}

async function sync(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Windows has no such flag, and makes links for administrators only. */
const makeNew = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0)

/** Takes away what an update that was cut off, or somebody, left under a name: a link itself, never what it leads to. */
async function clear(path: string): Promise<void> {
  try {
    await unlink(path)
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return
    // Systems differ in how they refuse to unlink a folder; nothing of ours under such a name is one.
    await rm(path, { recursive: true, force: true })
  }
}

/** The disk of this machine. */
export const nodeDisk: Disk = {
  async makeFolder(path) {
    await mkdir(path, { recursive: true, mode: 0o700 })
  },
  async write(path, content) {
    await clear(path)
    const handle = await open(path, makeNew, 0o600)
    try {
      await writeFile(handle, content)
    } finally {
      await handle.close()
    }
  },
  // Windows flushes only through a handle that may write.
  syncFile: (path) => sync(path, 'r+'),
  async syncFolder(path) {
    // Windows has no handle on a folder to flush; NTFS keeps its own log of names.
    if (process.platform !== 'win32') await sync(path, 'r')
  },
  rename,
  async remove(path) {
    await rm(path, { recursive: true, force: true, maxRetries: 3 })
  },
}

/** Whether an error came from the operating system and not from a fault in this program. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

const full = new Set(['ENOSPC', 'EDQUOT'])

/** What a failed disk operation means for an update. */
export function diskRefusal(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (full.has(code)) return { code: 'disk-full', values: {} }
  return refusalBecause('disk-failed', diskReason(error))
}
