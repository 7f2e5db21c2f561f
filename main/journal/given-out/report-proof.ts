/** The proof of a report, as it lies beside the file: what the report was when it was given out. */
import * as v from 'valibot'
import { issuedReportSchema, type IssuedReport } from '../../../shared/ledger/issued-report.ts'
import { readPayload } from '../chain/payload.ts'
import { proofHolds, readProof, type EntryProof } from '../chain/proof.ts'

const payloadSchema = v.object({ report: issuedReportSchema })

/** What a proof says; `forged`: it does not fit itself, so nothing that it says is to be believed. */
export type ReportProof = { kind: 'none' | 'forged' } | { kind: 'report'; proof: EntryProof; report: IssuedReport }

/** Reads one from its text. `none`: it is no proof of a report at all. */
export function readReportProof(text: string): ReportProof {
  const proof = readProof(text)
  if (proof === null || proof.entry.kind !== 'access.exported') return { kind: 'none' }
  if (!proofHolds(proof)) return { kind: 'forged' }
  const report = readReport(proof.payload)
  return report ? { kind: 'report', proof, report } : { kind: 'none' }
}

/** The report that a payload tells of; null: it tells of none, or was erased. */
export function readReport(payload: string | null): IssuedReport | null {
  return readPayload(payloadSchema, payload)?.report ?? null
}
