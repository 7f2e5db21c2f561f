/** Makes findings: check and status follow from the code's row in the table. */
import { findingCodes, type FindingCode } from './finding-codes.ts'
import type { Finding, FindingValues } from './verdict.ts'

/** A finding by its code, with the values that its sentence quotes. */
export function finding(code: FindingCode, values?: FindingValues): Finding {
  const { check, status } = findingCodes[code]
  return values ? { check, status, code, values } : { check, status, code }
}
