/** An export by whoever has the journal open and nothing else to do: a command on a kiosk that is closed. */
import type { Journal } from '../journal/index.ts'
import type { JournalToRead } from './crossings-of.ts'
import type { AskedExport, ExportOrder, ExportSource } from './export-order.ts'
import { giveOut } from './give-out.ts'
import { writeExport } from './write-export.ts'

/** What an export is of, as the journal stands now. */
export function orderNow(
  journal: Pick<Journal, 'ledger'>,
  asked: AskedExport,
  source: ExportSource,
  madeAt: number,
): ExportOrder {
  const head = journal.ledger.head() ?? { seq: 0, hash: '0'.repeat(64), epoch: null }
  return { asked, source, madeAt, head }
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
