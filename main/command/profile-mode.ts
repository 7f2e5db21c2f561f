/** Whom a profile is for, as commands need to know that only look at it. */
import type { Mode } from '../../shared/domain/mode.ts'
import { isReadFault, readMode } from '../journal/index.ts'
import { CheckpointUnreadable, profilePaths, readCheckpoint } from '../profile.ts'

/** As its checkpoint.json says; null where there is none that can be used: that is no checkpoint's folder. */
export function profileMode(profile: string): Mode | null {
  try {
    return readCheckpoint(profile).mode
  } catch (error) {
    if (error instanceof CheckpointUnreadable) return null
    throw error
  }
}

/**
 * As its journal says. One of an earlier version may not have been told, and a damaged one may not say.
 * @param folder of a journal that was set aside
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture
 */
export function journalMode(
  profile: string,
  key: Uint8Array,
  folder: string = profilePaths(profile).journal,
): Mode | null {
  try {
    return readMode(folder, key) ?? profileMode(profile)
  } catch (error) {
    if (isReadFault(error)) return profileMode(profile)
    throw error
  }
}
