/** The package's own declarations lie outside the `exports` it names; it has the interface of better-sqlite3, and a key. */
declare module 'better-sqlite3-multiple-ciphers' {
  import type { Database as PlainDatabase, Options } from 'better-sqlite3'

  interface KeyedDatabase extends PlainDatabase {
    key(key: Buffer): number
    rekey(key: Buffer): number
  }

  const Database: new (file: string, options?: Options) => KeyedDatabase
  export default Database
}
