/** Who looked at whom, the newest first: what the entries of accesses say, with the officers as they are called now. */
import * as v from 'valibot'
import type { AccessLine, AccessList } from '../../../shared/contract/accesses.ts'
import { accessReasons } from '../../../shared/domain/officer/access-reason.ts'
import type { Account } from '../../../shared/ledger/officers.ts'
import { accessKinds } from '../../../shared/ledger/payloads.ts'
import type { Database } from '../file/open-database.ts'
import { readPayload } from '../chain/payload.ts'
import { accountsOf } from './read-officers.ts'
import { untabled } from '../chain/index-conditions.ts'

/** Lines in an answer, and entries that are walked for one: nobody at the lane waits for more. */
const mostLines = 50
const mostWalked = 5000

const count = v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))

/** What an access of any kind and version says, as far as it is shown. */
const accessSchema = v.object({
  people: v.optional(v.array(v.string()), []),
  crossing: count,
  found: count,
  entries: count,
  lines: count,
  backup: v.optional(v.boolean(), false),
  because: v.optional(v.object({ code: v.picklist(accessReasons), note: v.nullable(v.string()) })),
  report: v.optional(v.object({ reason: v.nullable(v.string()) })),
})
export type Access = Omit<v.InferOutput<typeof accessSchema>, 'report'>

const nothingSaid: v.InferOutput<typeof accessSchema> = { people: [], backup: false }

/** What an entry's payload says of an access; nothing where it was erased, or is of another form. */
export function readAccess(payload: string | null): Access {
  const { report, ...access } = readPayload(accessSchema, payload) ?? nothingSaid
  // A report that names people has its reason in words, with all else that is said of the report.
  const reason = report?.reason ?? null
  return reason === null ? access : { because: { code: 'other', note: reason }, ...access }
}

/** How much an access was of: which crossing, or how many crossings, lines or entries. */
export const whatOf = ({ crossing, found, entries, lines }: Access): number | null =>
  crossing ?? found ?? entries ?? lines ?? null

interface Row {
  seq: number
  at: number
  officer: string | null
  kind: string
  payload: string | null
}

/**
 * Lists accesses.
 * @param sought hashes of a person, of whom alone they are; null: of anybody
 * @param before only entries older than this one; null: from the newest on
 */
export function listAccesses(database: Database, sought: readonly string[] | null, before: number | null): AccessList {
  const accounts = accountsOf(database)
  const rows = database.prepare<[number, number], Row>(
    `SELECT seq, at, officer, kind, payload FROM entries INDEXED BY entries_untabled
     WHERE ${untabled} AND seq < ? ORDER BY seq DESC LIMIT ?`,
  )
  const lines: AccessLine[] = []
  let walked = 0
  let last = 0
  for (const row of rows.iterate(before ?? Number.MAX_SAFE_INTEGER, mostWalked)) {
    walked += 1
    last = row.seq
    const line = lineOf(row, sought, accounts)
    if (line) lines.push(line)
    if (lines.length === mostLines) break
  }
  const more = lines.length === mostLines || walked === mostWalked
  return { kind: 'listed', lines, before: more && last > 1 ? last : null }
}

function lineOf(row: Row, sought: readonly string[] | null, accounts: ReadonlyMap<string, Account>): AccessLine | null {
  const kind = accessKinds.find((each) => each === row.kind)
  if (!kind) return null
  const access = readAccess(row.payload)
  if (sought && !access.people.some((hash) => sought.includes(hash))) return null
  const account = row.officer === null ? null : accounts.get(row.officer)
  const { name = null, rank = null } = account ?? {}
  return {
    seq: row.seq,
    at: row.at,
    kind,
    officer: row.officer === null ? null : { number: row.officer, name, rank },
    what: whatOf(access),
    backup: access.backup,
    because: access.because ?? null,
  }
}
