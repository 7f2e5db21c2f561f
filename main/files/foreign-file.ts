/**
 * Files that somebody else may have put there: on a stick, in a trust folder, behind a path that was typed. A link could
 * lead anywhere, a pipe waits for ever, a device never ends, and a file may be larger than memory: only regular files are
 * opened, no more is read than was asked for, and opening never waits.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, statSync, type Stats } from 'node:fs'
import { lstat, open, type FileHandle } from 'node:fs/promises'
import type { Locale } from '../../shared/language/locale.ts'

/** What can keep a file from being read, as a phrase. */
export const fileFaults = {
  missing: { vi: 'không có tệp này', en: 'there is no such file' },
  'not-a-file': {
    vi: 'không phải tệp thường (là thư mục, liên kết, ống dẫn hay thiết bị)',
    en: 'it is no regular file (a folder, a link, a pipe or a device)',
  },
  'too-large': { vi: 'tệp lớn hơn mức cho phép', en: 'it is larger than it may be' },
  unreadable: { vi: 'hệ thống không cho đọc', en: 'the system does not let it be read' },
} as const satisfies Record<string, Record<Locale, string>>

export type FileFault = keyof typeof fileFaults

/** A file that was not read. */
export class FileUnreadable extends Error {
  readonly code = 'FILE_UNREADABLE'
  readonly path: string
  readonly fault: FileFault
  constructor(path: string, fault: FileFault, cause?: unknown) {
    super(`${path}: ${cause instanceof Error ? cause.message : fileFaults[fault].en}`, { cause })
    this.name = 'FileUnreadable'
    this.path = path
    this.fault = fault
  }
}

/** A file's bytes, read once: what is checked is what is used. `changedAt` in epoch milliseconds. */
export interface ForeignFile {
  bytes: Buffer
  changedAt: number
}

/** Without a wait for a pipe's other end, and without following a link. Windows has neither flag, nor such pipes. */
const waitless = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
const flags = waitless | (constants.O_NOFOLLOW ?? 0)

const notThere = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'])
/** A link (`ELOOP`), a pipe or device whose other end is not there (`ENXIO`). */
const notFiles = new Set(['ELOOP', 'ENXIO', 'EISDIR'])

function unreadable(path: string, error: unknown): FileUnreadable {
  if (error instanceof FileUnreadable) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (notThere.has(code)) return new FileUnreadable(path, 'missing')
  return notFiles.has(code) ? new FileUnreadable(path, 'not-a-file') : new FileUnreadable(path, 'unreadable', error)
}

/** Asked before opening, as opening alone sets some devices to work, and again of what was opened. */
function demandFile(path: string, stat: Stats): void {
  if (!stat.isFile()) throw new FileUnreadable(path, 'not-a-file')
}

function readAll(descriptor: number, path: string, limit: number): ForeignFile {
  const stat = fstatSync(descriptor)
  demandFile(path, stat)
  if (stat.size > limit) throw new FileUnreadable(path, 'too-large')
  const bytes = Buffer.allocUnsafeSlow(stat.size)
  let at = 0
  while (at < bytes.length) {
    const read = readSync(descriptor, bytes, at, bytes.length - at, at)
    if (read === 0) break
    at += read
  }
  return { bytes: bytes.subarray(0, at), changedAt: stat.mtimeMs }
}

/**
 * All bytes of a regular file.
 * @param limit the most that it may hold, in bytes
 * @throws FileUnreadable
 */
export function readForeignFile(path: string, limit: number): ForeignFile {
  try {
    demandFile(path, lstatSync(path))
    const descriptor = openSync(path, flags)
    try {
      return readAll(descriptor, path, limit)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** The most that is read of a file that a person names where nothing else is said, in bytes: larger than any list of keys. */
const mostOfNamed = 64 * 1024 * 1024

/**
 * All bytes of a file that a person names. A link is theirs, and followed; what it leads to must be a regular file, and is
 * never waited for.
 * @throws FileUnreadable
 */
export function readNamedFile(path: string, limit: number = mostOfNamed): Buffer {
  const descriptor = openNamedFile(path)
  try {
    return readAll(descriptor, path, limit).bytes
  } catch (error) {
    throw unreadable(path, error)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Opens a file that a person names, as `readNamedFile` does, to be read piece by piece; whoever opens it closes it.
 * @throws FileUnreadable
 */
export function openNamedFile(path: string): number {
  let descriptor: number | null = null
  try {
    demandFile(path, statSync(path))
    descriptor = openSync(path, waitless)
    demandFile(path, fstatSync(descriptor))
    return descriptor
  } catch (error) {
    if (descriptor !== null) closeSync(descriptor)
    throw unreadable(path, error)
  }
}

/** As `readForeignFile`; null where there is no such file. @throws FileUnreadable */
export function readForeignFileIfThere(path: string, limit: number): ForeignFile | null {
  try {
    return readForeignFile(path, limit)
  } catch (error) {
    if (error instanceof FileUnreadable && error.fault === 'missing') return null
    throw error
  }
}

/** What keeps a file from being read, as far as that can be seen without opening it; null: nothing does. */
export async function foreignFault(path: string): Promise<FileUnreadable | null> {
  try {
    demandFile(path, await lstat(path))
    return null
  } catch (error) {
    return unreadable(path, error)
  }
}

/**
 * Opens a regular file to be read piece by piece; whoever opens it closes it.
 * @throws FileUnreadable
 */
export async function openForeignFile(path: string): Promise<FileHandle> {
  let file: FileHandle | null = null
  try {
    demandFile(path, await lstat(path))
    file = await open(path, flags)
    demandFile(path, await file.stat())
    return file
  } catch (error) {
    await file?.close()
    throw unreadable(path, error)
  }
}

/**
 * As `readForeignFile`, without keeping anything waiting: for a stick, which may hang.
 * @param limit the most that it may hold, in bytes
 * @throws FileUnreadable
 */
export async function readForeignFileLater(path: string, limit: number): Promise<Buffer> {
  const file = await openForeignFile(path)
  try {
    const { size } = await file.stat()
    if (size > limit) throw new FileUnreadable(path, 'too-large')
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0)
    return buffer.subarray(0, bytesRead)
  } catch (error) {
    throw unreadable(path, error)
  } finally {
    await file.close().catch(() => undefined)
  }
}
