/** The journal of a profile, opened to write by a command. */
import { ProfileInUse, type Journal } from '../../journal/index.ts'
import { endsFolder, openProfileJournal as open } from '../../profile/index.ts'
import type { Terminal } from '../../terminal/index.ts'
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
export async function openProfileJournal(profile: string, { complain, env, now }: Terminal): Promise<Journal | null> {
  const log = (line: string): void => complain(`chot: ${line}\n`)
  try {
    return (await open(profile, { secrets: commandSecrets(profile, env, 'make'), now, log, ends: endsFolder(env) }))
      .journal
  } catch (error) {
    if (error instanceof ProfileInUse) return null
    throw error
  }
}
