/** What makes a result the same result on another run, and what makes it look like the correction of another one. */
import { createHash } from 'node:crypto'
import { foldName } from '../../../shared/domain/person/names.ts'
import type { LabResult } from './result.ts'

function digest(parts: readonly (string | number)[], length: number): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, length)
}

/** Of every field of a result: SHA-256, hexadecimal. */
export function fingerprint(result: LabResult): string {
  return createHash('sha256').update(JSON.stringify(result)).digest('hex')
}

/**
 * Of the same sample under the same name, and of the same sample of somebody born on the same day: two results that differ
 * and have one of these in common are likely the same person's, one of them corrected. 128 bits each, hexadecimal.
 */
export function likenesses({ name, birthDate, sampled }: LabResult): readonly [string, string] {
  const full = foldName(`${name.family.written} ${name.given.written}`)
  return [digest(['name', full, sampled.instant], 32), digest(['birth', birthDate, sampled.instant], 32)]
}
