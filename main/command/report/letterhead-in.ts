/** What stands in the head of a profile's papers, for a command. */
import { profilePaths, readCheckpoint } from '../../profile/index.ts'
import { letterheadOf } from '../../reports/index.ts'
import { readBelieved } from '../../trust/index.ts'

/** What the post's papers say of it; a store that cannot be used keeps no paper from being printed. */
export function letterheadIn(profile: string): ReturnType<typeof letterheadOf> {
  const { name, province = null, mode } = readCheckpoint(profile)
  try {
    return letterheadOf(name, province, readBelieved(profilePaths(profile).trust, mode).store.policy.letterhead)
  } catch {
    return letterheadOf(name, province)
  }
}
