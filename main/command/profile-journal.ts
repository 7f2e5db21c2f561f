/** The journal of a profile, opened to write by a command. */
import { Journal, ProfileInUse } from '../journal/index.ts'
import { profilePaths, readCheckpoint } from '../profile.ts'
import type { Terminal } from '../terminal/index.ts'
import { commandSecrets } from './command-secrets.ts'

/** What a command says where a kiosk has the journal open. */
export const journalBusy = {
  vi: 'Chốt đang mở trên máy này: hãy đóng cửa sổ Chốt rồi chạy lại.',
  en: 'Chốt is open on this computer: close its window and run this again.',
} as const

/**
 * Opens a profile's journal, or makes it; null where a kiosk has it open.
 * @throws CheckpointUnreadable, and what opening a journal throws
 */
export async function openProfileJournal(profile: string, { complain, env }: Terminal): Promise<Journal | null> {
  try {
    return await Journal.open({
      folder: profilePaths(profile).journal,
      kiosk: readCheckpoint(profile).kiosk,
      secrets: commandSecrets(profile, env, 'make'),
      log: (line) => complain(`chot: ${line}\n`),
    })
  } catch (error) {
    if (error instanceof ProfileInUse) return null
    throw error
  }
}
