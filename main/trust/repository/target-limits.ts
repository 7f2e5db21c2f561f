/** The files a kiosk takes from the repository, and how large each may be. Others are not even fetched. */

const megabyte = 1024 * 1024

/** Bytes by target name. */
export type TargetLimits = ReadonlyMap<string, number>

/** What this program believes in. Any of them may be absent from a publication. */
export const trustTargetLimits: TargetLimits = new Map([
  ['keys.json', 16 * megabyte],
  ['rules.json', 8 * megabyte],
  ['value-sets.json', 4 * megabyte],
  ['policy.json', 1 * megabyte],
  // 4,000,000 hashes of 16 bytes and a header.
  ['revocations.bin', 62 * megabyte],
])
