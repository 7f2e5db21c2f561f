/** What lies where a file of ours is expected, on a stick that anybody may have had in his hands. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { failure } from './failures.ts'

/** Opening a pipe waits for its writer unless it is told not to. */
const asItIs = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** The bytes of a plain file; null where there is none that can be read: a link, a pipe or a folder is none. */
export function readPlainFile(file: string): Buffer | null {
  try {
    const handle = openSync(file, asItIs)
    try {
      return fstatSync(handle).isFile() ? readFileSync(handle) : null
    } finally {
      closeSync(handle)
    }
  } catch {
    return null
  }
}

/**
 * A link in place of a folder would have us write, and delete, in somebody else's.
 * @throws Failure `folder-is-link` where something is there that is no folder
 */
export function refuseLinkedFolder(folder: string): void {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) throw failure('folder-is-link', { folder })
}

/** Where a folder is, or will be when it is made, with every link on the way followed. */
function realFolder(folder: string): string {
  const whole = resolve(folder)
  try {
    return realpathSync(whole)
  } catch {
    return dirname(whole) === whole ? whole : join(realFolder(dirname(whole)), basename(whole))
  }
}

/** Whether a folder is another one, or lies in it, however it is reached. */
export function isWithin(folder: string, outer: string): boolean {
  const way = relative(realFolder(outer), realFolder(folder))
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}
