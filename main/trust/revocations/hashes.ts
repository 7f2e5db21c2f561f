/** The hashes by which a certificate can be revoked. */
import { hash } from 'node:crypto'
import {
  hashLength,
  revocationInput,
  revocationKinds,
  type PerKind,
  type RevocationKind,
  type RevocationSubject,
} from '../../../shared/domain/revocation.ts'

/**
 * The first 16 bytes of the SHA-256 for each kind that this certificate can be revoked by; else null.
 * @param kinds those that are asked for; hashing takes longer than looking up, so ask for those that a list has
 */
export function revocationHashes(
  subject: RevocationSubject,
  kinds: readonly RevocationKind[] = revocationKinds,
): PerKind<Uint8Array | null> {
  const hashOf = (kind: RevocationKind): Uint8Array | null => {
    const input = kinds.includes(kind) ? revocationInput(kind, subject) : null
    return input === null ? null : hash('sha256', input, 'buffer').subarray(0, hashLength)
  }
  return {
    identifier: hashOf('identifier'),
    'country-identifier': hashOf('country-identifier'),
    signature: hashOf('signature'),
  }
}
