/** A profile's journal and hub, for the commands of sync. */
import packageJson from '../../../package.json' with { type: 'json' }
import type { Journal } from '../../journal/index.ts'
import { type Checkpoint, profilePaths, readCheckpoint } from '../../profile/index.ts'
import { nodeDisk, sealHere, type About, type Ground } from '../../sync/index.ts'
import { Failure, status, type Terminal } from '../../terminal/index.ts'
import { readBelieved } from '../../trust/index.ts'
import { journalBusy, openProfileJournal } from '../profile/profile-journal.ts'
import { journalFolder } from '../journal/no-journal.ts'

/** How the kiosk is, as far as a command can tell: whether the clock is in doubt only a running kiosk knows. */
function aboutOf(profile: string, { mode }: Checkpoint): About {
  const believed = readBelieved(profilePaths(profile).trust, mode)
  const versions = believed.from === 'repository' ? (believed.generation?.versions ?? {}) : {}
  return { version: packageJson.version, trust: { ...versions }, doubt: null }
}

/**
 * Opens it, does something, and closes it.
 * @throws Failure where a kiosk has it open or there is none; what opening a journal throws
 */
export async function withSync<T>(
  profile: string,
  terminal: Terminal,
  act: (opened: { journal: Journal; checkpoint: Checkpoint; ground: Ground }) => Promise<T>,
): Promise<T> {
  const checkpoint = readCheckpoint(profile)
  journalFolder(profile)
  const journal = await openProfileJournal(profile, terminal)
  if (!journal) throw new Failure('kiosk-open', journalBusy, {}, { status: status.setup })
  try {
    const { mode } = checkpoint
    const about = aboutOf(profile, checkpoint)
    const { now } = terminal
    const ground = {
      profile,
      ledger: journal.ledger,
      mode,
      about: () => about,
      now,
      disk: nodeDisk,
      seal: sealHere(journal.ledger, nodeDisk),
    }
    return await act({ journal, checkpoint, ground })
  } finally {
    journal.close()
  }
}
