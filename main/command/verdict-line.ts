/** One verdict as programs read it. */
import type { Verdict } from '../../shared/domain/verdict.ts'

/** The JSON line of a verdict. `holder` and `payload` are there whenever they could be decoded, whatever the outcome. */
export function verdictLine(id: unknown, verdict: Verdict) {
  const { outcome, reason, findings, format, text, certificate, payload } = verdict
  return {
    id,
    outcome,
    reason: reason.code,
    findings: findings.map(({ check, status, code }) => ({ check, status, code })),
    format,
    text,
    holder: certificate?.holder ?? null,
    payload,
  }
}
