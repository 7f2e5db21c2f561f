/**
 * The hub's own PostgreSQL: made in the data folder at the first start, reached by a local socket that nobody else on the
 * machine may open, stopped by whoever leaves it last. Every commit is waited for, as PostgreSQL does by itself.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { HubFault } from '../fault.ts'
import { connected } from './one-connection.ts'
import { serverFiles } from './server-files.ts'
import { serverHome, type ServerHome } from './server-home.ts'

/** How long a server may take to start: it may have to replay what a power cut left. Milliseconds. */
const longestStart = 120_000

/** How to reach it. */
export interface OwnServer {
  host: string
  /** Bytes that are free where it writes its log, without which it takes nothing; null: the disk does not say. */
  room: () => number | null
  /** Ends the watch over it, before the last connections to it end. */
  unwatch: () => Promise<void>
  /** Stops it, unless somebody else is using it. */
  leave: () => Promise<void>
}

/**
 * What of its settings is ours. Batches are megabytes: with PostgreSQL's own small buffers whoever stores one writes the pages
 * of others to the disk first, and a checkpoint begins every few seconds. Each commit is still waited for.
 */
const settings = [
  'unix_socket_permissions=0700',
  'max_connections=60',
  'shared_buffers=512MB',
  'wal_buffers=64MB',
  'max_wal_size=4GB',
] as const

type Places = ServerHome & { bin: string }

function placesOf(data: string): Places {
  const files = serverFiles()
  if (files === null) throw new HubFault('no-server')
  return { ...serverHome(data), bin: join(files, 'bin') }
}

/**
 * Reaches the hub's own server; starts it where it is not running, and makes it where there is none.
 * @throws HubFault
 */
export async function reachOwnServer(data: string): Promise<OwnServer> {
  const places = placesOf(data)
  if (!(await answers(places.socket))) {
    if (!existsSync(join(places.database, 'PG_VERSION'))) make(places)
    await start(places)
  }
  return {
    host: places.socket,
    room: () => roomAt(join(places.database, 'pg_wal')),
    unwatch: watch(places),
    leave: () => leave(places),
  }
}

function roomAt(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

/** Milliseconds between two looks whether it is still there. */
const lookEvery = 2000

/** Nobody listens there. A server that is busy or starting answers, if only that it takes nobody. */
const gone = new Set<unknown>(['ECONNREFUSED', 'ENOENT'])

const isGone = (host: string): Promise<boolean> =>
  connected(connection(host), () => Promise.resolve(false)).catch(
    (error: unknown) => error instanceof Error && 'code' in error && gone.has(error.code),
  )

/** Starts it again where it has died under a hub that is open: nobody may be there to do it. @returns ends that */
function watch(places: Places): () => Promise<void> {
  let looking: Promise<void> | null = null
  const look = async (): Promise<void> => {
    // Why it does not start stands in its log; it is tried again.
    if (await isGone(places.socket)) await start(places).catch(() => undefined)
  }
  const timer = setInterval(() => {
    looking ??= look().finally(() => (looking = null))
  }, lookEvery).unref()
  return async () => {
    clearInterval(timer)
    await looking
  }
}

function make({ bin, database, user }: Places): void {
  const args = ['-D', database, '-U', 'chot', '-E', 'UTF8', '--locale-provider=icu', '--icu-locale=vi-VN', '--locale=C']
  const made = spawnSync(
    join(bin, 'initdb'),
    [...args, '--auth-local=trust', '--auth-host=reject', '--no-instructions'],
    {
      ...user,
      cwd: database,
      encoding: 'utf8',
    },
  )
  if (made.status === 0) return
  // Half of one would be taken for a whole one by the next start.
  for (const name of readdirSync(database)) rmSync(join(database, name), { recursive: true, force: true })
  throw new HubFault('server-not-made', { cause: new Error(made.stderr || String(made.error)) })
}

async function start(places: Places): Promise<void> {
  const { database, socket, log } = places
  const until = performance.now() + longestStart
  let child = spawnServer(places)
  while (performance.now() < until) {
    // Another process may have been first; then its server answers.
    if (await answers(socket)) return
    if (hasEnded(child)) {
      // One that was killed is survived for a moment by what it has started, and none starts while they hold its memory.
      if (!existsSync(join(database, 'postmaster.pid'))) break
      child = spawnServer(places)
    }
    await new Promise((wake) => setTimeout(wake, 100))
  }
  throw new HubFault('server-not-started', { cause: new Error(readFileSync(log, 'utf8').slice(-2000)) })
}

const hasEnded = ({ pid, exitCode, signalCode }: ChildProcess): boolean =>
  pid === undefined || exitCode !== null || signalCode !== null

function spawnServer({ bin, database, socket, log, user }: Places): ChildProcess {
  const out = openSync(log, 'a', 0o600)
  const args = ['-D', database, '-k', socket, '-h', '', ...settings.flatMap((setting) => ['-c', setting])]
  // A group of its own: a Ctrl+C at the hub is not one at the server, which is stopped in order.
  const child = spawn(join(bin, 'postgres'), args, {
    ...user,
    cwd: database,
    detached: true,
    stdio: ['ignore', out, out],
  })
  closeSync(out)
  child.unref()
  // What it could not do stands in its log, and that it has not started is seen.
  child.on('error', () => undefined)
  return child
}

const connection = (host: string) => ({ host, user: 'chot', database: 'postgres' })

const answers = (host: string): Promise<boolean> =>
  connected(connection(host), () => Promise.resolve(true)).catch(() => false)

/** A connection that we have closed is one for a moment longer, on a busy machine for some. Looks, and milliseconds between. */
const looks = 20
const betweenLooks = 50

/** Whether somebody else is connected, and stays. */
async function isShared(socket: string): Promise<boolean> {
  const sql = `SELECT count(*) AS others FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`
  return connected(connection(socket), async (client) => {
    for (let look = 0; look < looks; look++) {
      const { rows } = await client.query<{ others: string }>(sql)
      if (Number(rows[0]?.others ?? 0) === 0) return false
      await new Promise((wake) => setTimeout(wake, betweenLooks))
    }
    return true
  })
}

/** Stops it where nobody else is connected. */
async function leave({ database, socket }: Places): Promise<void> {
  try {
    if (await isShared(socket)) return
  } catch {
    // It is gone already.
    return
  }
  const pid = Number(readFileSync(join(database, 'postmaster.pid'), 'utf8').split('\n')[0])
  // A fast shutdown: what is committed is on the disk.
  process.kill(pid, 'SIGINT')
  while (existsSync(join(database, 'postmaster.pid'))) await new Promise((wake) => setTimeout(wake, 20))
}
