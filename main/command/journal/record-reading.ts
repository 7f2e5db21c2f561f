/**
 * Says in a profile's journal that entries are read out of it, and asks who does so: the kiosk that has it open does, else
 * the command itself.
 */
import type { Client } from '../../../shared/contract/contract.ts'
import type { Caller } from '../../../shared/contract/role.ts'
import { methods } from '../../../shared/contract/contract.ts'
import type { Secrets } from '../../app.ts'
import { readAccounts, type Journal } from '../../journal/index.ts'
import { profilePaths } from '../../profile/index.ts'
import { Failure, status, type Terminal } from '../../terminal/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'
import { asOfficer } from '../profile/closed-kiosk.ts'
import { journalMode } from '../profile/profile-mode.ts'

const unrecorded = {
  vi: 'Việc xem hay xuất này không được ghi vào nhật ký: Chốt đang mở không trả lời, hoặc nhật ký không ghi được. Hãy ghi vào sổ ai đã xem và để làm gì.',
  en: 'That this was read is not in the journal: the kiosk that is open does not answer, or the journal takes nothing. Write down on paper who read it, and why.',
} as const

/** Nobody can be asked for a PIN, for each try has to be written down before it is one. */
const nobodyAsked = (cause: unknown): Failure =>
  new Failure(
    'officer-not-asked',
    {
      vi: 'Chốt này có cán bộ, mà lúc này không hỏi mã PIN được: Chốt đang mở nhưng không trả lời, hoặc nhật ký không ghi được ({why}). Đóng Chốt, xem ổ đĩa ("npx chot doctor"), rồi chạy lại.',
      en: 'This kiosk has officers, and no PIN can be asked for now: Chốt is open and does not answer, or its journal takes nothing ({why}). Close Chốt, look at the disk ("npx chot doctor"), and run this again.',
    },
    {},
    { status: status.setup, cause },
  )

/** What is read out, by whom it may be, and how that is recorded. */
export interface ReadingOut {
  roles: readonly Caller[]
  /** Of a kiosk that runs. */
  ask: (kiosk: Client) => Promise<{ recorded: boolean }>
  /** Of a journal that this command has open. */
  record: (journal: Journal) => { recorded: boolean }
}

/** Entries as they are. @param entries how many, asked once the journal is of this version */
export const entriesOut = (entries: () => number, now: () => number): ReadingOut => ({
  roles: methods['journal.export'].roles,
  ask: (kiosk) => kiosk.call('journal.export', { entries: entries() }),
  record: (journal) => journal.accesses.exported(entries(), now()),
})

/** Who looked at whom, which is no look at anybody: that somebody signed in for it is recorded. */
export const accessesOut: ReadingOut = {
  roles: methods['accesses.list'].roles,
  ask: async (kiosk) => {
    await kiosk.call('accesses.list', { person: null, before: null })
    return { recorded: true }
  },
  record: () => ({ recorded: true }),
}

/** The whole profile, sealed. */
export const backupOut = (now: () => number): ReadingOut => ({
  roles: methods['journal.backUp'].roles,
  ask: (kiosk) => kiosk.call('journal.backUp', {}),
  record: (journal) => journal.accesses.backedUp(journal.ledger.head()?.seq ?? 0, now()),
})

/**
 * Asks, and records it before anything leaves. Whoever saves what is left of a damaged profile is not kept from it: then
 * it is said that it stands nowhere.
 * @throws Failure where whoever asks may not, or cannot be asked
 */
export async function recordReading(
  profile: string,
  reading: ReadingOut,
  secrets: Secrets,
  terminal: Terminal,
): Promise<void> {
  const asked = await askKiosk(profile, reading.ask, terminal.env)
  const { recorded } = asked ?? (await recordHere(profile, reading, secrets, terminal))
  if (!recorded) terminal.complain(`${unrecorded[terminal.locale]}\n`)
}

/** Opens the journal for it, and closes it again. */
async function recordHere(
  profile: string,
  { roles, record }: ReadingOut,
  secrets: Secrets,
  terminal: Terminal,
): Promise<{ recorded: boolean }> {
  let opened = false
  try {
    return await asOfficer({ profile, secrets, roles }, terminal, ({ journal }) => {
      opened = true
      return record(journal)
    })
  } catch (error) {
    if (opened || (error instanceof Failure && error.code !== 'kiosk-open')) throw error
    if (await hasOfficers(profile, secrets)) throw nobodyAsked(error)
    return { recorded: false }
  }
}

/** Whether a real kiosk has officers, as far as its journal can still be read. */
async function hasOfficers(profile: string, secrets: Secrets): Promise<boolean> {
  const { journal } = profilePaths(profile)
  try {
    const key = await secrets.journalKey()
    return journalMode(profile, key) !== 'practice' && readAccounts(journal, key).size > 0
  } catch {
    return false
  }
}
