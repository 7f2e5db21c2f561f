/** An export by whoever has the journal open and nothing else to do: a command on a kiosk that is closed. */
import type { ClosedDay } from '../../../shared/ledger/closed-day.ts'
import type { Journal } from '../../journal/index.ts'
import type { JournalToRead } from '../crossings-of.ts'
import { dayOf } from '../totals/day-scope.ts'
import type { AskedExport, ExportOrder, ExportSource } from './export-order.ts'
import { giveOut } from './give-out.ts'
import { writeExport } from './write-export.ts'

/** The last version of a day as its entry has it; null: it was not closed. */
function lastOf({ days }: Pick<Journal, 'days'>, day: string): ClosedDay | null {
  const last = days.versions(day).at(-1)
  if (!last) return null
  const { version, head, totals, beside } = last
  return { day, version, head, totals, beside }
}

/** What an export is of, as the journal stands now. */
export function orderNow(
  journal: Pick<Journal, 'ledger' | 'days'>,
  asked: AskedExport,
  source: ExportSource,
  madeAt: number,
): ExportOrder {
  const head = journal.ledger.head() ?? { seq: 0, hash: '0'.repeat(64), epoch: null }
  const day = dayOf(asked.scope)
  return { asked, source, madeAt, head, closed: day === null ? null : lastOf(journal, day) }
}

/**
 * Writes it and gives it out. Null: the journal did not take it, and there is no file.
 * @throws NotReadBack, ArchiveTooLarge, and the system's error where the disk does not take it
 */
export async function exportFromHere(
  journal: Journal,
  place: JournalToRead,
  { asked, source, now }: { asked: AskedExport; source: ExportSource; now: number },
): Promise<{ seq: number; crossings: number; people: number } | null> {
  const order = orderNow(journal, asked, source, now)
  const written = await writeExport(order, place, () => undefined)
  const given = giveOut(journal, order, written)
  const { crossings, people } = written.counts
  return given.recorded ? { seq: given.seq, crossings, people } : null
}
