/** What other rules would have made of recorded scans: only the `rules` finding is judged anew, the others stand. */
import * as v from 'valibot'
import type { Certificate } from '../../../shared/certificate/certificate.ts'
import { findingSchema } from '../../../shared/domain/finding/finding-schema.ts'
import { conclude, outcomes, type Finding, type Outcome } from '../../../shared/domain/finding/verdict.ts'
import { judgeByRules } from '../../../shared/rules/judge.ts'
import type { Policy } from '../../../shared/rules/policy.ts'
import type { ValueSets } from '../../../shared/rules/value-sets.ts'
import { readPayload, type RecordedScan } from '../../journal/index.ts'

/** What a scan's payload in the journal must hold for this. Its certificate is our own decoder's. */
const scanSchema = v.object({
  outcome: v.picklist(outcomes),
  reason: findingSchema,
  findings: v.array(findingSchema),
  certificate: v.nullable(v.custom<Certificate>((value) => typeof value === 'object' && value !== null)),
  payload: v.unknown(),
})

/** A verdict in short. */
export interface Concluded {
  outcome: Outcome
  reason: Finding
}

/** One scan whose outcome or reason would change. */
export interface Change {
  seq: number
  /** Epoch milliseconds. */
  at: number
  holder: string
  from: Concluded
  to: Concluded
}

/** A day under other rules. */
export interface Simulation {
  /** Scans that were replayed; those of no certificate are among them and never change. */
  scans: number
  /** Scans whose content has been erased or cannot be read: nothing can be said about them. */
  gone: number
  changes: Change[]
}

function replayed(findings: readonly Finding[], rules: Finding): Concluded {
  return conclude(findings.map((each) => (each.check === 'rules' ? rules : each)))
}

/** Replays scans under a policy, each at its own time. */
export function simulate(scans: Iterable<RecordedScan>, policy: Policy, valueSets: ValueSets): Simulation {
  const simulation: Simulation = { scans: 0, gone: 0, changes: [] }
  for (const { seq, at, payload: text } of scans) {
    const scan = readPayload(scanSchema, text)
    if (!scan) {
      simulation.gone++
      continue
    }
    simulation.scans++
    const { certificate, findings, outcome, payload, reason } = scan
    if (!certificate) continue
    const rules = judgeByRules(certificate, payload, policy, { clock: at, originZone: null, valueSets })
    const to = replayed(findings, rules)
    if (to.outcome === outcome && to.reason.code === reason.code) continue
    simulation.changes.push({ seq, at, holder: certificate.holder.name, from: { outcome, reason }, to })
  }
  return simulation
}
