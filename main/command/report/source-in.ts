/** Whose papers and exports a command makes of a profile. */
import { profilePaths, readCheckpoint, type Checkpoint } from '../../profile/index.ts'
import { reportSource, type ExportSource } from '../../reporting/index.ts'
import { readBelieved } from '../../trust/index.ts'

/** What the post's papers say of it; a store that cannot be used keeps none from being made, and its damage is said elsewhere. */
function policyOf(profile: string, { mode }: Checkpoint) {
  try {
    return readBelieved(profilePaths(profile).trust, mode).store.policy
  } catch {
    return null
  }
}

/** @throws CheckpointUnreadable */
export function sourceIn(profile: string): ExportSource {
  const checkpoint = readCheckpoint(profile)
  return reportSource(checkpoint, policyOf(profile, checkpoint))
}
