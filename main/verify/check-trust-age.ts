/** `trust-age`: whether what we believe is recent enough to conclude from. Ageing is the screen's business, not a verdict's. */
import { finding } from '../../shared/domain/finding/finding.ts'
import { artefactAges, worstAge } from '../../shared/domain/freshness.ts'
import type { Finding } from '../../shared/domain/finding/verdict.ts'
import type { TrustStore } from '../trust/index.ts'

/** Judges the oldest of keys, rules and revocations, each on its own ladder. @param now epoch milliseconds */
export function checkTrustAge({ published, policy }: TrustStore, now: number): Finding {
  const worst = worstAge(artefactAges(published, policy.ages, now))
  if (!worst) return finding('trust-undated')
  const { artefact, freshness, hours } = worst
  return freshness === 'old' || freshness === 'unusable'
    ? finding(`${artefact}-${freshness}`, { hours })
    : finding('trust-fresh')
}
