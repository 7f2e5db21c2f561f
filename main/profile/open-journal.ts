/** A profile's journal, opened to write: by the kiosk, and by commands while no kiosk has it open. */
import { Journal, type Secrets, type Signer } from '../journal/index.ts'
import { profilePaths, readCheckpoint } from './profile.ts'
import type { Checkpoint } from './checkpoint.ts'

const movedHere =
  'this profile was worked in on another computer, or by another user of this one, and was carried here as it is; it goes on from there in an epoch and with keys of its own. If Chốt still runs on the other one, end it there.'

/**
 * Opens it, or makes it. What it was begun as is an entry, and holds.
 * @param parts `now`: epoch milliseconds
 * @throws CheckpointUnreadable, ProfileInUse, JournalOfAnotherMode, JournalFromFuture, JournalKeyWrong,
 *   JournalNotWritable, and what the secrets throw
 */
export async function openProfileJournal(
  profile: string,
  parts: {
    secrets: Secrets
    now: () => number
    log: (line: string) => void
    ends?: string
    /** Whoever has signed in; absent: nobody ever does. */
    signer?: () => Signer | null
  },
): Promise<{ checkpoint: Checkpoint; journal: Journal }> {
  const { secrets, now, log, ends, signer = () => null } = parts
  const checkpoint = readCheckpoint(profile)
  const { kiosk, mode } = checkpoint
  const folder = profilePaths(profile).journal
  // Practice profiles come and go, and nobody is to vouch for them.
  const marked = mode === 'real' && ends !== undefined ? { ends } : {}
  const journal = await Journal.open({ folder, kiosk, secrets, log, signer, ...marked })
  try {
    journal.recordDoubts(now())
    journal.ledger.goOnHere(now())
    if (journal.ledger.wasMoved) log(`journal: ${movedHere}`)
    journal.begin(mode, now())
    journal.ledger.ensureKeys(now())
    return { checkpoint, journal }
  } catch (error) {
    journal.close()
    throw error
  }
}
