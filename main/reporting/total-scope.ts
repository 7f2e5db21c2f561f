/** All numbers of a time, read out of a journal. */
import type { ReportScope } from '../../shared/domain/report/scope.ts'
import type { Beside, Totals } from '../../shared/domain/report/totals.ts'
import { countRange } from '../journal/index.ts'
import { totalsOf } from '../reports/index.ts'
import { besideOf } from './counted.ts'
import { crossingsOf, type JournalToRead } from './crossings-of.ts'

/** @param heard told how many crossings were read; what it throws ends the reading */
export async function totalScope(
  journal: JournalToRead,
  scope: ReportScope,
  through: number,
  heard: (read: number) => void = () => undefined,
): Promise<{ totals: Totals; beside: Beside }> {
  const beside = besideOf(countRange(journal.folder, journal.key, scope))
  return { totals: await totalsOf(crossingsOf(journal, scope, through, heard)), beside }
}
