/**
 * Whether somebody was among those whom a report named that was given out. Its entry holds whose rows they were and counts
 * them, and names nobody; so the crossings are asked, as they stood when it was made. What was erased since names nobody.
 */
import { everything, passes } from '../../../shared/domain/report/scope.ts'
import type { IssuedReport } from '../../../shared/ledger/issued-report.ts'
import { readCrossings } from '../crossings/read-crossings.ts'
import { AccessNames } from '../officers/accesses.ts'

/**
 * Asks the journal in a folder.
 * @param sought hashes of the person (`AccessNames`)
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture; and where there is no journal
 */
export function namedInReport(
  folder: string,
  key: Uint8Array,
  { identities, from, to, head, lane, filter = everything }: IssuedReport,
  sought: readonly string[],
): boolean {
  if (!identities) return false
  const names = new AccessNames(key)
  for (const run of readCrossings(folder, key, { from, to }, { through: head.seq })) {
    const reported = run.filter((each) => passes(filter, each, each.place?.lane ?? lane))
    const people = reported.flatMap(({ crossing }) => crossing.travellers)
    if (people.some((each) => names.of([each]).some((hash) => sought.includes(hash)))) return true
  }
  return false
}
