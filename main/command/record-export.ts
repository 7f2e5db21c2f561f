/**
 * Says in a profile's journal that entries are read out of it: by the kiosk that has it open, else by the command
 * itself.
 */
import { endsFolder, openProfileJournal } from '../profile/index.ts'
import type { Appended, Secrets } from '../journal/index.ts'
import type { Terminal } from '../terminal/index.ts'
import { askKiosk } from './ask-kiosk.ts'

const unrecorded = {
  vi: 'Việc xem hay xuất này không được ghi vào nhật ký: Chốt đang mở không trả lời, hoặc nhật ký không ghi được. Hãy ghi vào sổ ai đã xem và để làm gì.',
  en: 'That this was read is not in the journal: the kiosk that is open does not answer, or the journal takes nothing. Write down on paper who read it, and why.',
} as const

/**
 * Records it before anything leaves. Whoever saves what is left of a damaged profile is not kept from it: then it is
 * said that it stands nowhere.
 * @param entries how many are read out, asked once the journal is of this version
 * @throws Failure where a kiosk has the profile open and whoever is signed in there may not read them
 */
export async function recordExport(
  profile: string,
  entries: () => number,
  secrets: Secrets,
  terminal: Terminal,
): Promise<void> {
  const asked = await askKiosk(profile, (kiosk) => kiosk.call('journal.export', { entries: entries() }))
  const { recorded } = asked ?? (await recordHere(profile, entries, secrets, terminal))
  if (!recorded) terminal.complain(`${unrecorded[terminal.locale]}\n`)
}

/** Opens the journal for it, and closes it again. */
async function recordHere(
  profile: string,
  entries: () => number,
  secrets: Secrets,
  { env, now }: Terminal,
): Promise<Pick<Appended, 'recorded'>> {
  try {
    const { journal } = await openProfileJournal(profile, { secrets, now, log: () => undefined, ends: endsFolder(env) })
    try {
      return journal.accesses.exported(entries(), now())
    } finally {
      journal.close()
    }
  } catch {
    return { recorded: false }
  }
}
