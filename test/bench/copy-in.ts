/** `COPY … FROM STDIN` (PostgreSQL's frontend protocol, "COPY Operations"): how ten million rows get into a database in minutes. */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Pool } from '../../hub/database/open-database.ts'

/** What of a connection of `pg` a statement of ones own works with. */
interface Connection {
  stream: Writable
  query(sql: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(why: string): void
}

/** A statement as `pg` takes one that is not its own: it calls these as the server answers. */
class CopyIn {
  readonly ended: Promise<void>
  private readonly sql: string
  private readonly rows: Iterable<string>
  private resolve: () => void = () => undefined
  private reject: (error: unknown) => void = () => undefined

  constructor(sql: string, rows: Iterable<string>) {
    this.sql = sql
    this.rows = rows
    this.ended = new Promise((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
    })
  }

  submit(connection: Connection): void {
    connection.query(this.sql)
  }

  handleCopyInResponse(connection: Connection): void {
    void this.send(connection).catch((error: unknown) => connection.sendCopyFail(String(error)))
  }

  handleCommandComplete(): void {
    // Whether it is stored is known when the server is ready for the next.
  }

  handleReadyForQuery(): void {
    this.resolve()
  }

  handleError(error: unknown): void {
    this.reject(error)
  }

  /** No faster than the server takes it. */
  private async send(connection: Connection): Promise<void> {
    for (const rows of this.rows) {
      connection.sendCopyFromChunk(Buffer.from(rows))
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
    }
    connection.endCopyFrom()
  }
}

/**
 * Copies rows in.
 * @param table with its columns
 * @param rows in the server's text form, some at a time, each with its line feed
 */
export async function copyIn(pool: Pool, table: string, rows: Iterable<string>): Promise<void> {
  const client = await pool.connect()
  const copy = new CopyIn(`COPY ${table} FROM STDIN`, rows)
  try {
    // The hub says no such thing, so the part of `pg` that it knows has none.
    const submit: (statement: CopyIn) => unknown = client.query.bind(client) as never
    submit(copy)
    await copy.ended
  } finally {
    client.release()
  }
}
