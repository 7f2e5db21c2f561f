/** Where a profile's journal is, or one that was set aside in it, and what a command says that needs one and finds none. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setAsideName } from '../../journal/index.ts'
import { profilePaths } from '../../profile/index.ts'
import { Failure, status, type Options } from '../../terminal/index.ts'

export const journalOption = {
  journal: {
    type: 'string',
    value: 'NAME',
    says: {
      vi: 'nhật ký đã cất sang bên, theo tên thư mục của nó trong hồ sơ (mặc định: nhật ký đang dùng)',
      en: 'a journal that was set aside, by its folder’s name in the profile (default: the one in use)',
    },
  },
} as const satisfies Options

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

function noneAside(name: string, there: readonly string[]): Failure {
  return new Failure(
    'no-journal-aside',
    {
      vi: 'không có nhật ký nào tên {name} được cất sang bên trong hồ sơ này. Đang có: {there}.',
      en: 'no journal of the name {name} was set aside in this profile. There are: {there}.',
    },
    { name, there: there.length > 0 ? there.join(', ') : '–' },
    { status: status.input },
  )
}

const isJournal = (folder: string): boolean => existsSync(join(folder, 'journal.sqlite'))

/** Whether a profile has a journal: a kiosk was started in it. */
export const hasJournal = (profile: string): boolean => isJournal(profilePaths(profile).journal)

/**
 * The folder of a profile's journal, or of one that was set aside in it.
 * @throws Failure where there is none
 */
export function journalFolder(profile: string, name?: string): string {
  if (name !== undefined) return asideFolder(profile, name)
  const folder = profilePaths(profile).journal
  if (!isJournal(folder)) throw noJournal(folder)
  return folder
}

/** What is no such name leads nowhere, least of all out of the profile. */
function asideFolder(profile: string, name: string): string {
  const folder = join(profile, name)
  if (setAsideName.test(name) && isJournal(folder)) return folder
  const names = existsSync(profile) ? readdirSync(profile) : []
  throw noneAside(
    name,
    names.filter((each) => setAsideName.test(each) && isJournal(join(profile, each))),
  )
}
