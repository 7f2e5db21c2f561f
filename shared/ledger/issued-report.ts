/**
 * What the journal says of a report that was given out: whose rows, until when, in which form, and the hash of the file, so
 * that a file can be held to it for as long as the entry is kept.
 */
import * as v from 'valibot'
import { reportFilterSchema } from '../domain/report/scope.ts'
import { modes } from '../domain/mode.ts'
import { endSchema } from './end.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const instant = v.pipe(v.number(), v.finite())
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

export const reportFormats = ['xlsx', 'csv', 'jsonl', 'pdf'] as const
export type ReportFormat = (typeof reportFormats)[number]

export const issuedReportSchema = v.object({
  format: v.picklist(reportFormats),
  /** Of the file, byte for byte: its SHA-256 in lower-case hex, and its length. */
  sha256: hash,
  bytes: count,
  post: v.string(),
  lane: v.string(),
  mode: v.picklist(modes),
  /** What happened from … (inclusive) to … (exclusive), epoch milliseconds. */
  from: instant,
  to: instant,
  /** Up to which entry: corrections that came later are not in it. */
  head: v.object({ ...endSchema.entries, epoch: v.nullable(hash) }),
  /** Which of them alone; absent: all. */
  filter: v.exactOptional(reportFilterSchema),
  /** Of a day that was closed: which version of it this is. */
  version: v.exactOptional(count),
  crossings: count,
  people: count,
  /** Crossings of that time that did not count then, and those whose content was erased; null: nobody knows of which part. */
  voided: count,
  erased: v.nullable(count),
  /** Whether it says who it was about; why it was to. */
  identities: v.boolean(),
  reason: v.nullable(v.string()),
  /** In how many cells of which column something was kept from being a formula. */
  guarded: v.record(v.string(), count),
})
export type IssuedReport = v.InferOutput<typeof issuedReportSchema>
