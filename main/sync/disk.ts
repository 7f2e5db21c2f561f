/**
 * What sync asks of a disk, its own or a stick: no more than a test can stand in for, one in which only what was waited for
 * survives. Paths are the platform's. Every call throws the system's error where it cannot be done.
 */
import { constants } from 'node:fs'
import { lstat, mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { listFolder } from '../files/index.ts'

/** What is in a folder. */
export interface Names {
  /** `mostNamesInFolder` at most. */
  names: string[]
  /** Whether there are others, which nobody has looked at. */
  more: boolean
}

export interface Disk {
  /** The names in a folder; none where there is no folder. */
  list(folder: string): Promise<Names>
  /** Whether there is a folder; a link to one counts. */
  isFolder(folder: string): Promise<boolean>
  /** The bytes of a regular file; null where there is none, or it is larger than `most`. */
  read(path: string, most: number): Promise<Uint8Array | null>
  /** Makes a folder in one that is there. @throws FolderReplaced where something else has its name, a link among it */
  makeFolder(folder: string): Promise<void>
  /** Begins a file anew, in place of what has its name; it is no link. */
  begin(path: string): Promise<DiskFile>
  /** Gives a file its name, in place of what has it. */
  rename(from: string, to: string): Promise<void>
  /** Waits until the names in a folder are on the disk. */
  syncFolder(folder: string): Promise<void>
  /** Takes a file away, where it is there. */
  remove(path: string): Promise<void>
}

/** A file that is being written. */
export interface DiskFile {
  append(bytes: Uint8Array): Promise<void>
  /** Waits until what was written is on the disk. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** Something stands in the place of a folder that is written into: a file, or a link that leads elsewhere. */
export class FolderReplaced extends Error {
  readonly code = 'ENOTDIR'
  readonly syscall = 'mkdir'
  readonly path: string
  constructor(path: string, options?: ErrorOptions) {
    super(`ENOTDIR: ${path} is no folder: a link or a file stands in its place`, options)
    this.name = 'FolderReplaced'
    this.path = path
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)
const notThere = new Set<unknown>(['ENOENT', 'ENOTDIR'])

/** A link that somebody put in the way is not followed, a pipe not waited for. Windows has neither flag. */
const toRead = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
const toBegin = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0)

/** The disks of this computer. */
export const nodeDisk: Disk = {
  async list(folder) {
    try {
      const { entries, more } = await listFolder(folder)
      return { names: entries.map(({ name }) => name), more }
    } catch (error) {
      if (notThere.has(codeOf(error))) return { names: [], more: false }
      throw error
    }
  },
  async isFolder(folder) {
    try {
      return (await stat(folder)).isDirectory()
    } catch (error) {
      if (notThere.has(codeOf(error))) return false
      throw error
    }
  },
  async read(path, most) {
    try {
      const found = await lstat(path)
      if (!found.isFile() || found.size > most) return null
      const file = await open(path, toRead)
      try {
        return await readWhole(file, most)
      } finally {
        await file.close()
      }
    } catch (error) {
      if (notThere.has(codeOf(error)) || codeOf(error) === 'ELOOP') return null
      throw error
    }
  },
  async makeFolder(folder) {
    try {
      await mkdir(folder, { mode: 0o700 })
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
      if (!(await lstat(folder)).isDirectory()) throw new FolderReplaced(folder, { cause: error })
    }
  },
  async begin(path) {
    await rm(path, { force: true })
    const file = await open(path, toBegin, 0o600)
    return {
      append: (bytes) => file.appendFile(bytes),
      sync: () => file.sync(),
      close: () => file.close(),
    }
  },
  rename: (from, to) => rename(from, to),
  syncFolder,
  async remove(path) {
    await rm(path, { force: true })
  },
}

/** What it holds now; null where that is not a regular file of at most so many bytes. */
async function readWhole(file: FileHandle, most: number): Promise<Uint8Array | null> {
  const found = await file.stat()
  if (!found.isFile() || found.size > most) return null
  const bytes = Buffer.alloc(found.size)
  let at = 0
  while (at < bytes.length) {
    const { bytesRead } = await file.read(bytes, at, bytes.length - at, at)
    if (bytesRead === 0) break
    at += bytesRead
  }
  return bytes.subarray(0, at)
}

/** Windows has no handle of a folder to sync; some file systems of sticks cannot. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const file = await open(folder, 'r')
  try {
    await file.sync()
  } catch (error) {
    if (codeOf(error) !== 'EINVAL') throw error
  } finally {
    await file.close()
  }
}
