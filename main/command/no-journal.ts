/** Where a profile's journal is, and what a command says that needs one and finds none. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { profilePaths } from '../profile.ts'
import { Failure, status } from '../terminal/index.ts'

function noJournal(folder: string): Failure {
  return new Failure(
    'no-journal',
    {
      vi: 'trong {folder} không có nhật ký. Kiểm tra --profile hoặc CHOT_PROFILE rồi chạy lại.',
      en: 'there is no journal in {folder}. Check --profile or CHOT_PROFILE and run this again.',
    },
    { folder },
    { status: status.setup },
  )
}

/** The folder of a profile's journal. @throws Failure where there is none */
export function journalFolder(profile: string): string {
  const folder = profilePaths(profile).journal
  if (!existsSync(join(folder, 'journal.sqlite'))) throw noJournal(folder)
  return folder
}
