/** Whether a secret is the one that the journal beside it was sealed with. */
import { holdsSealedJournal, readMode } from '../../journal/index.ts'
import { profilePaths } from '../../profile/index.ts'

/** @throws JournalKeyWrong where the journal that is there was sealed with another secret */
export function demandOpensJournal(profile: string, journalKey: Uint8Array): void {
  const { journal } = profilePaths(profile)
  if (!holdsSealedJournal(journal)) return
  try {
    readMode(journal, journalKey)
  } catch (error) {
    // Whatever else is wrong with it, this is the secret that it needs.
    if (error instanceof Error && 'code' in error && error.code === 'JOURNAL_KEY_WRONG') throw error
  }
}

/** The same as an answer. */
export function opensJournal(profile: string, journalKey: Uint8Array): boolean {
  try {
    demandOpensJournal(profile, journalKey)
    return true
  } catch {
    return false
  }
}
