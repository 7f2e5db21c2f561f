/**
 * Where the hub's own PostgreSQL lives: in the data folder, by whoever runs the hub. It refuses to run as the system's
 * superuser, which in a container is often all there is; then `nobody` runs it, and where nobody cannot get into the data
 * folder it lives in a folder of its own that the data folder names.
 */
import { randomUUID } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** The longest path of a folder with a socket, in bytes: Linux takes 107 with its name. */
const longestSocket = 85

const nobody = 65_534

/** Its folders, and who runs it: whoever runs the hub, where nothing is said. */
export interface ServerHome {
  database: string
  socket: string
  log: string
  user: { uid: number; gid: number } | Record<string, never>
}

/** Whether a hub's own server was ever made for a data folder. */
export const hasServer = (data: string): boolean =>
  ['postgres', 'postgres.place'].some((name) => existsSync(join(data, name)))

/** Finds its folders, or makes them: nobody but its user enters. @throws the system's error */
export function serverHome(data: string): ServerHome {
  const folder = resolve(data)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const root = process.getuid?.() === 0
  const user = root ? { uid: nobody, gid: nobody } : {}
  const home = root ? homeForNobody(folder) : folder
  const database = join(home, 'postgres')
  const near = join(home, 'socket')
  const socket = near.length <= longestSocket ? near : join(tmpdir(), `chot-hub-${identity(home)}`)
  for (const each of [database, socket]) {
    mkdirSync(each, { recursive: true, mode: 0o700 })
    if (root) chownSync(each, nobody, nobody)
    if (process.platform !== 'win32') chmodSync(each, 0o700)
  }
  return { database, socket, log: join(folder, 'postgres.log'), user }
}

/** Whether everybody may pass through a folder and all above it. */
function isOpen(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false
  return dirname(folder) === folder || isOpen(dirname(folder))
}

function homeForNobody(folder: string): string {
  // Passed through, and not read.
  chmodSync(folder, 0o711)
  if (isOpen(folder)) return folder
  // Named by chance: another data folder of the same path later is another hub.
  const name = join(folder, 'postgres.place')
  if (!existsSync(name)) {
    const place = join('/var/lib/chot-hub', randomUUID())
    mkdirSync(place, { recursive: true, mode: 0o711 })
    writeFileSync(name, place, { flag: 'wx', mode: 0o600 })
  }
  return readFileSync(name, 'utf8')
}

/** A name for a home in a folder that everybody shares, the same each time. */
function identity(home: string): string {
  const file = join(home, 'socket.place')
  if (!existsSync(file)) writeFileSync(file, randomUUID(), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}
