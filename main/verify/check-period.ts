/** `period`: the envelope's own (RFC 8392 §3.1.4–6, RFC 7519 §4.1.4–6). */
import type { Format } from '../../shared/certificate/certificate.ts'
import type { Claims } from '../../shared/certificate/decoded.ts'
import { finding } from '../../shared/domain/finding/finding.ts'
import type { Finding } from '../../shared/domain/finding/verdict.ts'

const minute = 60_000

/** Formats whose certificates as a rule state no end: the rules alone say how long they count. */
const openEnded: ReadonlySet<Format> = new Set(['SHC', 'VDS-NC'])

/** Judges the period at `now` (epoch milliseconds). What is issued in the future nobody can have signed. */
export function checkPeriod(claims: Claims, format: Format, now: number, toleranceMinutes: number): Finding {
  const { expiresAt } = claims
  const beginsAt = Math.max(claims.notBefore ?? -Infinity, claims.issuedAt ?? -Infinity)
  if (expiresAt !== null && now > expiresAt) return finding('period-expired', { expiredAt: expiresAt })
  if (beginsAt > now + toleranceMinutes * minute) return finding('period-not-begun', { beginsAt })
  if (expiresAt !== null) return finding('period-current')
  return finding(openEnded.has(format) ? 'period-open' : 'period-unstated')
}
