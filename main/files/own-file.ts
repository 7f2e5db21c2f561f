/**
 * Files of the profile itself. Nobody but this program makes them, so what stands under their names and is no regular file
 * was put there: a link leads what is written elsewhere, a pipe waits for ever, a device does what it does. Asked at once
 * and by name, since a library opens some of them (SQLite, which follows links and waits).
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, renameSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { writeDurably } from './durable-write.ts'

/** Something stands in the place of a file of the profile. */
export class OwnFileReplaced extends Error {
  readonly code = 'OWN_FILE_REPLACED'
  readonly path: string
  constructor(path: string, options?: ErrorOptions) {
    super(`${path} is no regular file: a folder, a link, a pipe or a device stands in its place`, options)
    this.name = 'OwnFileReplaced'
    this.path = path
  }
}

/** No link is followed, and nothing is waited for. Windows has neither flag, nor such pipes. */
const careful = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** What the system says of a link, a pipe or device without another end, and a folder. */
const notFiles = new Set<unknown>(['ELOOP', 'ENXIO', 'EISDIR'])

/** @throws OwnFileReplaced where one of them is there and is no regular file */
export function demandOwnFiles(...paths: readonly string[]): void {
  for (const path of paths) {
    const stat = lstatSync(path, { throwIfNoEntry: false })
    if (stat && !stat.isFile()) throw new OwnFileReplaced(path)
  }
}

/**
 * Opens a file of the profile; whoever opens it closes it.
 * @param flags of `open(2)`, as `O_RDWR | O_CREAT`
 * @param mode of a file that is made
 * @throws OwnFileReplaced, else the system's error
 */
export function openOwnFile(path: string, flags: number = constants.O_RDONLY, mode = 0o600): number {
  // Before opening, for that alone sets some devices to work; and again of what was opened.
  demandOwnFiles(path)
  let descriptor
  try {
    descriptor = openSync(path, flags | careful, mode)
  } catch (error) {
    const replaced = error instanceof Error && 'code' in error && notFiles.has(error.code)
    throw replaced ? new OwnFileReplaced(path, { cause: error }) : error
  }
  if (fstatSync(descriptor).isFile()) return descriptor
  closeSync(descriptor)
  throw new OwnFileReplaced(path)
}

/**
 * Puts a file of the profile in the place of whatever has its name, whole at every instant and on the disk when this
 * returns. A folder there is kept under another name.
 * @throws the system's error
 */
export function replaceOwnFile(path: string, content: string | Uint8Array, mode = 0o600): void {
  for (const each of [path, `${path}.part`]) setFolderAside(each)
  writeDurably(path, content, mode)
}

function setFolderAside(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return
  renameSync(path, `${path}.folder-${randomBytes(4).toString('hex')}`)
}
