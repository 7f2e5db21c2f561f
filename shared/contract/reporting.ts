/** Reports: the day on the screen, given out as a file, and closed. */
import * as v from 'valibot'
import { knownOfficerSchema } from '../domain/report/officer-named.ts'
import { isRange, reportScopeSchema } from '../domain/report/scope.ts'
import { besideSchema, outlineTotalsSchema, totalsSchema } from '../domain/report/totals.ts'
import { closedDaySchema, daySchema } from '../ledger/closed-day.ts'
import { reportFormats } from '../ledger/issued-report.ts'
import { locales } from '../language/locale.ts'
import { shiftSpanSchema } from '../domain/shift/shift-span.ts'
import { diskFailureSchema } from './crossing-schemas.ts'
import { onDuty, supervising } from './role.ts'
import { sentencesSchema } from './trust.ts'
import { count, instant } from './number-schemas.ts'

const path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))

/** The longest reason for writing people out that an entry keeps, in UTF-16 units. */
export const longestReason = 500

/** The first numbers of a report. `days`: crossings of each day that has any, by its first instant. */
export const outlineSchema = v.strictObject({
  at: instant,
  outline: outlineTotalsSchema,
  voided: count,
  days: v.array(v.strictObject({ from: instant, in: count, out: count })),
})
export type Outline = v.InferOutput<typeof outlineSchema>

/** A version of a closed day, as it was. */
export const dayVersionSchema = v.strictObject({
  version: closedDaySchema.entries.version,
  seq: count,
  at: instant,
  officer: v.nullable(v.string()),
  totals: totalsSchema,
  beside: besideSchema,
})

/** `over`: the day has ended, so it can be closed. Versions from the first to the last. */
export const dayStateSchema = v.strictObject({ day: daySchema, over: v.boolean(), versions: v.array(dayVersionSchema) })
export type DayState = v.InferOutput<typeof dayStateSchema>

/** Everything that a report counts, as of the entry `through`. `day`: null where it is not of one whole day and everything in it. */
export const totalledSchema = v.strictObject({
  at: instant,
  through: count,
  totals: totalsSchema,
  beside: besideSchema,
  day: v.nullable(dayStateSchema),
})
export type Totalled = v.InferOutput<typeof totalledSchema>

/** `overtaken`: something else was asked meanwhile. */
export const totalAnswerSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('totalled'), totalled: totalledSchema }),
  v.strictObject({ kind: v.picklist(['overtaken', 'failed']) }),
])

/** A folder to write to: a stick that is plugged in, or one of this computer. */
export const exportPlaceSchema = v.strictObject({ path, name: v.string(), stick: v.boolean() })
export type ExportPlace = v.InferOutput<typeof exportPlaceSchema>

/** Where to: `folder` with a name that is made here, or `file`, a new one. */
const exportTargetSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('folder'), path }),
  v.strictObject({ kind: v.literal('file'), path }),
])

export const exportInputSchema = v.pipe(
  v.strictObject({
    ...reportScopeSchema.pipe[0].entries,
    format: v.picklist(reportFormats),
    semicolon: v.boolean(),
    /** Of paper: whether the list goes along. */
    appendix: v.boolean(),
    identities: v.boolean(),
    reason: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestReason))),
    language: v.picklist(locales),
    target: exportTargetSchema,
  }),
  v.check(({ from, to, identities, reason }) => isRange(from, to) && (!identities || reason !== null)),
)
export type ExportInput = v.InferOutput<typeof exportInputSchema>

export const exportAnswerSchema = v.variant('outcome', [
  v.strictObject({
    outcome: v.literal('written'),
    file: path,
    sidecar: path,
    seq: count,
    crossings: count,
    people: count,
    practice: v.boolean(),
  }),
  v.strictObject({ outcome: v.picklist(['refused', 'stopped', 'busy']), said: sentencesSchema }),
])
export type ExportAnswer = v.InferOutput<typeof exportAnswerSchema>

/** `changed`: another version was made meanwhile, or nothing differs from the last one: look again. */
export const dayClosedSchema = v.variant('closed', [
  v.strictObject({ closed: v.literal(true), day: dayStateSchema }),
  v.strictObject({
    closed: v.literal(false),
    code: v.picklist([...diskFailureSchema.options, 'not-over', 'nothing-new', 'overtaken']),
  }),
])
export type DayClosedAnswer = v.InferOutput<typeof dayClosedSchema>

export const reportingMethods = {
  /** The first numbers, at once. */
  'reports.count': { input: reportScopeSchema, output: outlineSchema, roles: onDuty },
  /** All numbers: a job beside the lane. One at a time; what is asked later comes first. */
  'reports.total': { input: reportScopeSchema, output: totalAnswerSchema, roles: onDuty },
  /** The shifts that were closed last, the newest first. */
  'reports.shifts': { input: v.strictObject({}), output: v.array(shiftSpanSchema), roles: onDuty },
  /** Everybody who is or was an officer here, to be chosen by name. */
  'reports.officers': { input: v.strictObject({}), output: v.array(knownOfficerSchema), roles: onDuty },
  /** The lanes at which this kiosk has stood, the newest first; one where it was never moved. */
  'reports.lanes': { input: v.strictObject({}), output: v.array(v.string()), roles: onDuty },
  /** Where a file can be written to. */
  'reports.places': { input: v.strictObject({}), output: v.array(exportPlaceSchema), roles: supervising },
  /** Writes a file and its proof, recorded. One at a time; scanning goes on meanwhile. Answers when it has ended. */
  'reports.export': { input: exportInputSchema, output: exportAnswerSchema, roles: supervising },
  /** Stops the export that is running; nothing is left of it. */
  'reports.stop': { input: v.strictObject({}), output: v.strictObject({ stopped: v.boolean() }), roles: supervising },
  /** Closes a day, or makes its next version where something has changed since: an entry with all totals. */
  'reports.close': { input: v.strictObject({ day: daySchema }), output: dayClosedSchema, roles: supervising },
} as const

export const reportingEvents = {
  /** An export is so far: crossings of how many. */
  'reports.progress': v.strictObject({ done: count, total: count }),
} as const
