/** Who looked at whom: read by whoever oversees it. People are named by keyed hashes, so that it can be asked for somebody. */
import * as v from 'valibot'
import { accessReasons } from '../domain/officer/access-reason.ts'
import { longestField } from '../domain/crossing/crossing.ts'
import { accessKinds, entryNumber } from '../ledger/payloads.ts'
import { overseeing } from './role.ts'
import { count, instant } from './number-schemas.ts'

/** One access. */
export const accessLineSchema = v.strictObject({
  seq: entryNumber,
  at: instant,
  kind: v.picklist(accessKinds),
  /** Who looked; `name` and `rank` as they are now, null where they are not of this kiosk. Null: nobody had signed in. */
  officer: v.nullable(
    v.strictObject({ number: v.string(), name: v.nullable(v.string()), rank: v.nullable(v.string()) }),
  ),
  /** Which crossing was opened; of the other kinds how many crossings, lines or entries it was. Null: erased, or not said. */
  what: v.nullable(count),
  /** Everything left, sealed, in a backup. */
  backup: v.boolean(),
  /** Null: none was asked for. */
  because: v.nullable(v.strictObject({ code: v.picklist(accessReasons), note: v.nullable(v.string()) })),
})
export type AccessLine = v.InferOutput<typeof accessLineSchema>

/** The newest first. `before`: where older ones go on; null: there are no more. */
export const accessListSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('listed'), lines: v.array(accessLineSchema), before: v.nullable(entryNumber) }),
  /** What was typed is a plate, and names nobody. */
  v.strictObject({ kind: v.literal('nobody') }),
])
export type AccessList = v.InferOutput<typeof accessListSchema>

const accessQuerySchema = v.strictObject({
  /** Only accesses to this person, by name or number; null: to anybody. */
  person: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestField))),
  /** Only entries older than this one; null: from the newest on. */
  before: v.nullable(entryNumber),
})
export type AccessQuery = v.InferOutput<typeof accessQuerySchema>

export const accessesMethods = {
  'accesses.list': { input: accessQuerySchema, output: accessListSchema, roles: overseeing },
} as const
