/**
 * The part of `pg` that the hub uses. Its published types bring types of Node of their own along, which do not agree with
 * those of the checkout.
 */
declare module 'pg' {
  interface QueryResult<R> {
    rows: R[]
    rowCount: number | null
  }

  interface Queries {
    query<R = unknown>(sql: string, values?: readonly unknown[]): Promise<QueryResult<R>>
  }

  interface Connecting {
    host?: string
    user?: string
    database?: string
    connectionString?: string | undefined
    connectionTimeoutMillis?: number
  }

  export class Client implements Queries {
    constructor(connecting: Connecting)
    query<R = unknown>(sql: string, values?: readonly unknown[]): Promise<QueryResult<R>>
    connect(): Promise<void>
    end(): Promise<void>
    on(event: 'error', heard: (error: Error) => void): this
  }

  export interface PoolClient extends Queries {
    /** @param destroy it is not to be used again */
    release(destroy?: boolean): void
    on(event: 'error', heard: (error: Error) => void): this
  }

  export class Pool implements Queries {
    /** Connections that wait for work. */
    readonly idleCount: number
    constructor(connecting: Connecting & { max?: number; min?: number })
    query<R = unknown>(sql: string, values?: readonly unknown[]): Promise<QueryResult<R>>
    connect(): Promise<PoolClient>
    end(): Promise<void>
    on(event: 'error', heard: (error: Error) => void): this
    on(event: 'connect', heard: (client: PoolClient) => void): this
  }
}
