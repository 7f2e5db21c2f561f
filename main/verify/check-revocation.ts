/** `revocation`: whether this certificate is on the list, by its identifier, with its country, or by its signature. */
import type { Decoded } from '../../shared/certificate/decoded.ts'
import { finding } from '../../shared/domain/finding/finding.ts'
import type { Finding } from '../../shared/domain/finding/verdict.ts'
import { revocationHashes, type TrustStore } from '../trust/index.ts'

/** Looks a decoded certificate up. Only the hashes that the list has any of are computed. */
export function checkRevocation({ envelope, claims, certificate }: Decoded, trust: TrustStore): Finding {
  const { revocations } = trust
  if (!envelope) return finding('revocation-not-checked')
  if (revocations.size === 0) return finding('revocation-no-list')
  const subject = {
    identifier: certificate?.statement.identifier ?? null,
    country: claims?.issuer ?? null,
    signature: envelope.signature,
    algorithm: envelope.algorithm,
  }
  const kind = revocations.find(revocationHashes(subject, revocations.kinds))
  return kind === null ? finding('revocation-clear') : finding('revocation-listed', { kind })
}
