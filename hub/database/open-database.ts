/** The hub's database: its own by default, one elsewhere by DATABASE_URL. PostgreSQL 18 either way, and one SQL. */
import { Pool, type PoolClient } from 'pg'
import { HubFault } from '../fault.ts'
import { migrate } from './migrate.ts'
import { reachOwnServer } from './own-server.ts'

export type { Pool }
export type Client = PoolClient

/** An open database. */
export interface HubDatabase {
  pool: Pool
  /** Which of the two it is. */
  server: 'own' | 'elsewhere'
  /** Bytes that are free where it writes its log; null: nobody here can tell. */
  room: () => number | null
  close: () => Promise<void>
}

const leastVersion = 180_000

/** Connections of one process: a transaction is short, and a machine has few cores. */
const connections = 10

/**
 * Opens it, and brings its tables up to date.
 * @param url as DATABASE_URL says; undefined: the hub's own, in `data`
 * @throws HubFault
 */
export async function openDatabase({ data, url }: { data: string; url: string | undefined }): Promise<HubDatabase> {
  const own = url === undefined ? await reachOwnServer(data) : null
  const pool = new Pool({
    ...(own ? { host: own.host, user: 'chot', database: 'postgres' } : { connectionString: url }),
    max: connections,
    // Never none: whoever leaves the hub's own server stops it where nobody else is connected, however quiet an open hub is.
    min: 1,
    connectionTimeoutMillis: 10_000,
  })
  // A server that is killed ends its connections, idle ones and those at work; whoever waits on one hears of it by the query
  // that fails, and the next makes another.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const close = async (): Promise<void> => {
    await own?.unwatch()
    await pool.end()
    await own?.leave()
  }
  try {
    await demandVersion(pool)
    await migrate(pool)
    return { pool, server: own ? 'own' : 'elsewhere', room: () => own?.room() ?? null, close }
  } catch (error) {
    await close()
    throw isNotAllowed(error) ? new HubFault('database-not-ours', { cause: error }) : error
  }
}

/** insufficient_privilege (PostgreSQL, appendix A). */
const isNotAllowed = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '42501'

async function demandVersion(pool: Pool): Promise<void> {
  let version
  try {
    const { rows } = await pool.query<{ server_version_num: string }>('SHOW server_version_num')
    version = Number(rows[0]?.server_version_num)
  } catch (error) {
    throw new HubFault('database-unreachable', { cause: error })
  }
  if (version < leastVersion) throw new HubFault('database-too-old')
}

/** Runs something in a transaction; what throws leaves nothing behind. */
export async function transact<T>(pool: Pool, act: (client: Client) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const value = await act(client)
    await client.query('COMMIT')
    client.release()
    return value
  } catch (error) {
    const rolled = await client.query('ROLLBACK').then(
      () => true,
      () => false,
    )
    client.release(!rolled)
    throw error
  }
}
