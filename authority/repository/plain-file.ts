/** What lies where a file of ours is expected, on a stick that anybody may have had in his hands. */
import { lstatSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { FileUnreadable, readForeignFile } from '../../main/files/index.ts'
import { metadataLimits, trustTargetLimits } from '../../main/trust/index.ts'
import { failure } from './failures.ts'

/** What we write is no larger than what a checkpoint takes. */
const largest = Math.max(...trustTargetLimits.values(), ...Object.values(metadataLimits))

/** The bytes of a plain file; null where there is none that can be read: a link, a pipe or a folder is none. */
export function readPlainFile(file: string): Buffer | null {
  try {
    return readForeignFile(file, largest).bytes
  } catch (error) {
    if (error instanceof FileUnreadable) return null
    throw error
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
