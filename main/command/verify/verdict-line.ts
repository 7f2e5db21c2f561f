/** One verdict as programs read it. */
import type { Holder } from '../../../shared/certificate/certificate.ts'
import type { Document } from '../../../shared/document/document.ts'
import type { Mode } from '../../../shared/domain/mode.ts'
import type { Verdict } from '../../../shared/domain/finding/verdict.ts'
import { practiceMember } from '../../../shared/language/practice-mark.ts'

/** Whom a document says that it is of, in the shape of a certificate's holder. */
function claimedHolder({ name, birthDate, number }: Document): Holder {
  return { name, transliterated: null, birthDate, number }
}

/** The JSON line of a verdict by keys that are for `mode`. `holder` and `payload` are there whenever they could be decoded, whatever the outcome. */
export function verdictLine(id: unknown, verdict: Verdict, mode: Mode) {
  const { outcome, reason, findings, format, text, certificate, document, payload } = verdict
  return {
    id,
    ...practiceMember(mode),
    outcome,
    reason: reason.code,
    findings: findings.map(({ check, status, code }) => ({ check, status, code })),
    format,
    text,
    holder: certificate?.holder ?? (document && claimedHolder(document)),
    payload: payload ?? document,
  }
}
