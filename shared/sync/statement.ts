/** What a kiosk says of a batch, in the signed part: whose entries, which of them, and how the kiosk is while it seals. */
import * as v from 'valibot'
import { modes } from '../domain/mode.ts'
import { genesis } from '../ledger/entry.ts'
import { keysSchema } from '../ledger/payloads.ts'
import { mostEntries, mostInflated, mostKeyChanges } from './limits.ts'
import {
  enrolmentSchema,
  hashSchema,
  hubNameSchema,
  instantSchema,
  numberedKeySchema,
  seqSchema,
  tokenSchema,
} from './schemas.ts'

/** How the kiosk is: what the hub's list of posts shows. */
const kioskStateSchema = v.object({
  /** Where its journal ends. */
  head: v.object({ epoch: hashSchema, seq: seqSchema, hash: hashSchema }),
  /** The oldest entry that it has no receipt for, and when that was written; null: it has one for each. */
  oldest: v.nullable(v.object({ seq: seqSchema, at: instantSchema })),
  version: tokenSchema,
  /** The version of each list that it believes. */
  trust: v.pipe(
    v.record(tokenSchema, v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
    v.check((lists) => Object.keys(lists).length <= 16),
  ),
  clock: v.object({
    /** Why its clock is in doubt; null: it is not. */
    doubt: v.nullable(tokenSchema),
    /** By how many milliseconds it is ahead of the hub's, as measured when it last heard from it; null: never. */
    offset: v.nullable(v.pipe(v.number(), v.safeInteger())),
  }),
})
export type KioskState = v.InferOutput<typeof kioskStateSchema>

export const statementSchema = v.pipe(
  v.object({
    hub: hubNameSchema,
    enrolment: enrolmentSchema,
    mode: v.picklist(modes),
    /** Whose entries these are; a batch never spans two epochs. */
    epoch: hashSchema,
    /** The first entry … */
    from: seqSchema,
    /** … and the last; one less than `from` where the kiosk only says how it is. */
    through: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    /** The hash of the entry before the first. */
    previous: hashSchema,
    /** The hash of the last. */
    hash: hashSchema,
    /** Bytes that the entries inflate to. */
    size: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(mostInflated)),
    /** The key that signs this. */
    key: numberedKeySchema,
    /** Changes of keys from entry `from` on, those behind `through` among them: so the key is known before its entry is. */
    keys: v.pipe(v.array(keysSchema), v.maxLength(mostKeyChanges)),
    /** By the kiosk's clock. */
    sealedAt: instantSchema,
    kiosk: kioskStateSchema,
  }),
  v.check(({ from, through }) => through >= from - 1 && through - from < mostEntries),
  v.check(({ from, previous }) => from > 1 || previous === genesis),
  v.check(({ from, through, previous, hash, size }) => through >= from || (previous === hash && size === 0)),
)
/** What a batch says of itself. */
export type Statement = v.InferOutput<typeof statementSchema>

/** How many entries a batch holds; 0: the kiosk only says how it is. */
export const countOf = ({ from, through }: Pick<Statement, 'from' | 'through'>): number => through - from + 1
