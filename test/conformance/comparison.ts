/** What a publisher expects of a case beside what we find, and how our answers are read. */
import type { AnswerLine } from './verify-in-lines.ts'

/** One expectation of one case, and what we found. */
export interface Comparison {
  id: string
  expectation: string
  expected: boolean
  found: boolean
  /** False for what the data's README says not to count. */
  counts: boolean
}

/** An expectation that counts. */
export function compared(id: string, expectation: string, expected: boolean, found: boolean): Comparison {
  return { id, expectation, expected, found, counts: true }
}

/** Did this check pass? */
export function passes(answer: AnswerLine, check: string): boolean {
  return answer.findings.some((finding) => finding.check === check && finding.status === 'pass')
}

/** The code of this check's finding. */
export function codeOfCheck(answer: AnswerLine, check: string): string | undefined {
  return answer.findings.find((finding) => finding.check === check)?.code
}
