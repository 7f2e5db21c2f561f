/**
 * What stands in a journal's file beside rows: the tables and indices that its format has, and nothing else. A trigger, a
 * view or a further table is nobody's but whoever planted it, and would run with the first thing that is read or written.
 * So the schema is compared before anything is. Comparing runs nothing of it: `sqlite_schema` is a table of texts.
 */
import Encrypted from 'better-sqlite3-multiple-ciphers'
import type { SchemaFault } from '../../../shared/ledger/discord.ts'
import { formatOf, JournalFromFuture, migrations } from './migrate.ts'
import type { Database } from './open-database.ts'

/** The most that is told of a name that somebody may have made up, in UTF-16 code units. */
const longestName = 80

/** The schema of the journal's file is not the one of its format. */
export class JournalSchemaAltered extends Error {
  readonly code = 'JOURNAL_SCHEMA_ALTERED'
  /** The first thing that differs; what was added comes before what was altered or is missing. */
  readonly fault: SchemaFault
  constructor(fault: SchemaFault) {
    super(`this journal's tables are not those of its format: ${fault.object} (${fault.fault})`)
    this.name = 'JournalSchemaAltered'
    this.fault = fault
  }
}

interface SchemaRow {
  type: string
  name: string
  tbl_name: string
  sql: string | null
}

/** What each thing of a schema was made with, by its kind and name. */
type Schema = ReadonlyMap<string, string>

function schemaOf(database: Database): Schema {
  const rows = database.prepare<[], SchemaRow>('SELECT type, name, tbl_name, sql FROM sqlite_schema').all()
  return new Map(rows.map(({ type, name, tbl_name, sql }) => [`${type} ${name}`, `${tbl_name}\n${sql}`]))
}

const expected = new Map<number, Schema>()

/** The schema of a format, as its migrations make it; of a number that no format has, that of the one before. */
function schemaOfFormat(format: number): Schema {
  const known = expected.get(format)
  if (known) return known
  const database = new Encrypted(':memory:')
  try {
    for (const { version, sql } of migrations) if (version <= format) database.exec(sql)
    const schema = schemaOf(database)
    expected.set(format, schema)
    return schema
  } finally {
    database.close()
  }
}

/** The first thing in a file's schema that its format does not have so; null: it is the format's own. */
export function schemaFault(database: Database): SchemaFault | null {
  const [there, own] = [schemaOf(database), schemaOfFormat(formatOf(database))]
  return (
    faultOf('added', there, (name) => !own.has(name)) ??
    faultOf('altered', there, (name) => there.get(name) !== own.get(name)) ??
    faultOf('missing', own, (name) => !there.has(name))
  )
}

function faultOf(fault: SchemaFault['fault'], among: Schema, isSo: (name: string) => boolean): SchemaFault | null {
  const name = [...among.keys()].find(isSo)
  return name === undefined ? null : { object: name.slice(0, longestName), fault }
}

/**
 * Asked straight after a file was opened, before anything else is read or written.
 * @throws JournalFromFuture, whose schema cannot be known; JournalSchemaAltered
 */
export function demandSchema(database: Database): void {
  const format = formatOf(database)
  if (format > (migrations.at(-1)?.version ?? 0)) throw new JournalFromFuture(format)
  const fault = schemaFault(database)
  if (fault) throw new JournalSchemaAltered(fault)
}
