/** Judges formats that name their keys by issuer and identifier, under one issuer's published keys. */
import { createPublicKey } from 'node:crypto'
import type { IssuerJwk } from '../../main/trust/key-documents.ts'
import { verifySignature } from '../../main/verify/signature.ts'
import type { Decoded } from '../../shared/certificate/decoded.ts'

/** What came of one code. */
export interface Judgement {
  structure: string
  signature: 'valid' | 'mismatch' | 'disputed' | 'no-key'
  period: 'current' | 'not-begun' | 'expired' | 'unread'
  /** Authentic and in its period; whether it states anything that a checkpoint asks for is another matter. */
  accepted: boolean
}

function periodOf(claims: Decoded['claims'], clock: number): Judgement['period'] {
  if (!claims) return 'unread'
  if (claims.expiresAt !== null && clock > claims.expiresAt) return 'expired'
  return claims.notBefore !== null && clock < claims.notBefore ? 'not-begun' : 'current'
}

/** @param clock epoch milliseconds */
export function judgeDecoded(
  decoded: Omit<Decoded, 'certificate'>,
  keys: readonly IssuerJwk[],
  clock: number,
): Judgement {
  const { claims, envelope, structure } = decoded
  const jwk = keys.find(({ issuer, kid }) => issuer === envelope?.issuer && kid === envelope.kid)
  const key = jwk && createPublicKey({ key: { ...jwk }, format: 'jwk' })
  const signature =
    envelope?.algorithm && key ? verifySignature(envelope.algorithm, envelope, { key, keyType: 'ec' }) : 'no-key'
  const period = periodOf(claims, clock)
  const sound = structure === 'structure-sound' || structure === 'statement-unclear'
  return { structure, signature, period, accepted: sound && signature === 'valid' && period === 'current' }
}
