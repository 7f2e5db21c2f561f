/** Schemas of a finding and of its code, for what comes from a disk or over a wire. */
import * as v from 'valibot'
import { isFindingCode, type FindingCode } from './finding-codes.ts'
import { checks, statuses } from './verdict.ts'

export const findingCodeSchema = v.custom<FindingCode>((value) => typeof value === 'string' && isFindingCode(value))

export const findingSchema = v.strictObject({
  check: v.picklist(checks),
  status: v.picklist(statuses),
  code: findingCodeSchema,
  values: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number()]))),
})
