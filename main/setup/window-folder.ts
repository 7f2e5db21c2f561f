/** The folder of one browser window: what the browser keeps, and the file that it is opened on. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A window's folder, readable to its owner alone. */
export interface WindowFolder {
  /** The browser's user data. It begins empty, so nothing that anybody left in a browser before is in it. */
  userData: string
  /** The address of the file that leads to the kiosk. */
  entrance: string
  /** The entrance was used. */
  shut(): void
  /** The window is closed. */
  remove(): void
}

/**
 * Makes the folder of a window that is to open `address`, in the profile, or with the system's temporary files where the
 * profile's disk is full or read-only. The address lets a browser in, and the arguments of a program can be read by every
 * user of the machine; so the browser is given a file that only this user can read. What earlier windows left is removed.
 * Throws what the system says where neither place takes it.
 */
export function openWindowFolder(profile: string, address: string): WindowFolder {
  const windows = join(profile, 'browser')
  try {
    rmSync(windows, { recursive: true, force: true })
    mkdirSync(windows, { mode: 0o700 })
    return makeFolder(windows, address)
  } catch {
    return makeFolder(tmpdir(), address)
  }
}

function makeFolder(parent: string, address: string): WindowFolder {
  // A new name, made with mode 0700: nobody else can have put anything there.
  const folder = mkdtempSync(join(parent, 'chot-window-'))
  const file = join(folder, 'chot.html')
  try {
    writeFileSync(file, entrance(address), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    remove(folder)
    throw error
  }
  return {
    userData: join(folder, 'data'),
    entrance: pathToFileURL(file).href,
    shut: () => remove(file),
    remove: () => remove(folder),
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { recursive: true, force: true })
  } catch {
    // In use (Windows): the next window removes it.
  }
}

/** `address` is ours, and needs no escaping: `http://127.0.0.1:PORT/#` and hexadecimal digits. */
function entrance(address: string): string {
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta http-equiv="refresh" content="0;url=${address}">
<title>Chốt</title>
<p><a href="${address}">Mở Chốt</a></p>
<p lang="en"><a href="${address}">Open Chốt</a></p>
</html>
`
}
