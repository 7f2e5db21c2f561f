/** All numbers of a time, read out of a journal. */
import type { Beside, Totals } from '../../../shared/domain/report/totals.ts'
import { totalsOf } from '../../reports/index.ts'
import { besideOf, countAsked } from './counted.ts'
import { crossingsOf, type CrossingsAsked, type JournalToRead } from '../crossings-of.ts'

/** @param heard told how many crossings were read; what it throws ends the reading */
export async function totalScope(
  journal: JournalToRead,
  asked: CrossingsAsked,
  heard: (read: number) => void = () => undefined,
): Promise<{ totals: Totals; beside: Beside }> {
  const beside = besideOf(countAsked(journal, asked))
  return { totals: await totalsOf(crossingsOf(journal, asked, heard)), beside }
}
