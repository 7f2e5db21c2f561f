/** One connection to a server for a moment, beside any pool. */
import { Client } from 'pg'

/** Where to: an address as DATABASE_URL says it, or a folder with a socket. */
export type Destination = string | { host: string; user: string; database: string }

/** Milliseconds in which a server that is up takes a connection. */
const patience = 5000

/** Connects, does something and leaves. @throws what the server or the way to it says */
export async function connected<T>(to: Destination, act: (client: Client) => Promise<T>): Promise<T> {
  const where = typeof to === 'string' ? { connectionString: to } : to
  const client = new Client({ ...where, connectionTimeoutMillis: patience })
  // Whoever waits hears of it by the query that fails.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await act(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
