/** Writing to a place that a person names, where somebody else may have put a link, a pipe or a device. */
import { closeSync, constants, fstatSync, ftruncateSync, openSync, writeFileSync } from 'node:fs'
import { FileUnreadable } from './foreign-file.ts'

/** Nothing is emptied before it is known to be a file. Windows has neither of the last two, nor such pipes. */
const flags = constants.O_WRONLY | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/**
 * Writes a regular file, in place of what was in it; a link is not followed, a pipe not waited for.
 * @param mode of a file that is made
 * @throws FileUnreadable where it is no regular file, else the system's error
 */
export function writeRegularFile(path: string, content: string | Uint8Array, mode: number): void {
  const descriptor = openSync(path, flags, mode)
  try {
    if (!fstatSync(descriptor).isFile()) throw new FileUnreadable(path, 'not-a-file')
    ftruncateSync(descriptor)
    writeFileSync(descriptor, content)
  } finally {
    closeSync(descriptor)
  }
}
