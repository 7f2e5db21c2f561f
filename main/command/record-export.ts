/** Says in a profile's journal that entries are written out of it. */
import { endsFolder, openProfileJournal } from '../profile/index.ts'
import type { Secrets } from '../journal/index.ts'
import type { Terminal } from '../terminal/index.ts'

const unrecorded = {
  vi: 'Việc xuất này không được ghi vào nhật ký: Chốt đang mở, hoặc nhật ký không ghi được. Hãy ghi vào sổ ai đã xuất và để làm gì.',
  en: 'This export is not in the journal: the kiosk is open, or the journal takes nothing. Write down on paper who exported it, and why.',
} as const

/**
 * Records it before anything is written out. Whoever saves what is left of a damaged profile is not kept from it: then it is
 * said that it stands nowhere.
 */
export async function recordExport(profile: string, secrets: Secrets, terminal: Terminal): Promise<void> {
  const { complain, env, locale, now } = terminal
  try {
    const { journal } = await openProfileJournal(profile, { secrets, now, log: () => undefined, ends: endsFolder(env) })
    try {
      journal.accesses.exported(journal.ledger.head()?.seq ?? 0, now())
    } finally {
      journal.close()
    }
  } catch {
    complain(`${unrecorded[locale]}\n`)
  }
}
