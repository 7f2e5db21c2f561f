/** Revocations for benchmarks: hashes spread as SHA-256 spreads them, that name no certificate. */
import { randomFillSync } from 'node:crypto'
import { buildRevocations, hashLength } from '../../shared/domain/revocation.ts'

/** A `revocations.bin` of `count` entries, a third of each kind. @param issuedAt epoch milliseconds */
export function manyRevocations(count: number, issuedAt: number): Uint8Array {
  const hashes = (share: number): Uint8Array[] => {
    const bytes = randomFillSync(Buffer.alloc(share * hashLength))
    return Array.from({ length: share }, (_, index) => bytes.subarray(index * hashLength, (index + 1) * hashLength))
  }
  const third = Math.floor(count / 3)
  const sections = {
    identifier: hashes(count - 2 * third),
    'country-identifier': hashes(third),
    signature: hashes(third),
  }
  return buildRevocations(sections, issuedAt)
}
