/** The log: an installed program on Windows has no terminal, so its lines go to a file in the profile. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes after which the file becomes kiosk.log.1 and a new one begins, so that a disk is never filled by it. */
const longest = 1_000_000

/** Opens kiosk.log in a profile. A line that cannot be written is dropped: a full disk must not stop the lane. */
export function openLog(profile: string, limit: number = longest): (line: string) => void {
  const file = join(profile, 'kiosk.log')
  return (line) => {
    try {
      mkdirSync(profile, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > limit) renameSync(file, `${file}.1`)
      appendFileSync(file, `${new Date().toISOString()} ${line}\n`)
    } catch {
      // Nowhere is left to say so.
    }
  }
}
