/**
 * Counts a shift from its entries alone, newest first: what changes a crossing is met before the crossing itself. What
 * is derived is not asked, since a signed report comes of it; that the entries are a whole stretch of the chain is seen
 * on the way. A shift is what somebody wrote while they were there: what they entered from paper counts in it, and is
 * said to be of another time; the days count it when it happened.
 */
import { ChainBack } from '../check/chain-back.ts'
import type { Discord } from '../../../shared/ledger/discord.ts'
import type { ShiftTotals } from '../../../shared/domain/shift/shift-totals.ts'
import { readContent, type Projected } from '../chain/content.ts'
import type { CrossingOutline } from '../../../shared/ledger/payloads.ts'
import { countsOf, type CountRow } from '../crossings/crossings.ts'
import type { End } from '../../../shared/ledger/end.ts'
import type { Database } from '../file/open-database.ts'
import { entryColumns, type EntryRow } from '../chain/entry-row.ts'

const inOneRun = 1000

/** What was done since the last shift was closed. What is left open is not counted from entries of a shift. */
export interface ShiftCount {
  /** When the last one was closed, epoch milliseconds; null: none was. */
  from: number | null
  /** Crossings as they are now; of erased ones nothing is known any more. */
  totals: Omit<ShiftTotals, 'open'>
}

/** How a crossing of the shift was changed: as it was last said to be, and whether it counts at all. */
interface Changed {
  voided: boolean
  outline: CrossingOutline | null
}

/** Counts back from the end of the chain. `discord`: the earliest entry of the shift that does not fit, null: all do. */
export function countShift(database: Database, end: End): { counted: ShiftCount; discord: Discord | null } {
  const shift = new Shift()
  const chain = new ChainBack(end)
  const before = database.prepare<[number], EntryRow>(
    `SELECT ${entryColumns} FROM entries WHERE seq < ? ORDER BY seq DESC LIMIT ${inOneRun}`,
  )
  for (let next = end.seq + 1; ; ) {
    const run = before.all(next)
    for (const { payload, ...entry } of run) {
      const why = chain.take(entry, payload)
      if (entry.kind === 'shift.closed')
        return { counted: shift.counted(entry.at), discord: chain.misfit ?? shift.misread }
      shift.take(entry, why === 'payload-altered' ? null : payload)
      next = entry.seq
    }
    if (run.length === 0) return { counted: shift.counted(null), discord: chain.misfit ?? shift.misread }
  }
}

class Shift {
  /** The earliest scan or crossing so far whose content is none. */
  misread: Discord | null = null
  private scans = 0
  private unreadable = 0
  private amended = 0
  private voided = 0
  private enteredLater = 0
  private unsigned = 0
  private readonly counts = new Map<string, CountRow>()
  /** Crossings whose own entry has not been met yet. */
  private readonly changed = new Map<number, Changed>()

  /** @param payload the entry's text; null where it was erased, or cannot be believed */
  take({ seq, kind, officer }: Pick<EntryRow, 'seq' | 'kind' | 'officer'>, payload: string | null): void {
    if (kind === 'scan.verified') this.scans++
    if (kind === 'crossing.amended') this.amended++
    if (kind === 'crossing.voided') this.voided++
    if (payload === null || !(kind === 'scan.verified' || kind.startsWith('crossing.'))) return
    const content = readContent(kind, payload)
    if (content === 'unreadable') this.misread = { why: 'payload-unreadable', seq }
    else if (content?.kind === 'scan.verified') this.unreadable += content.payload.outcome === 'unreadable' ? 1 : 0
    else this.takeCrossing(seq, officer, content)
  }

  private takeCrossing(seq: number, officer: string | null, content: Projected | null): void {
    if (content?.kind === 'crossing.amended') {
      const { of, crossing } = content.payload
      const later = this.changed.get(of)
      this.changed.set(of, { voided: later?.voided ?? false, outline: later?.outline ?? crossing })
    } else if (content?.kind === 'crossing.voided') {
      const { of } = content.payload
      this.changed.set(of, this.changed.get(of) ?? { voided: true, outline: null })
    } else if (content?.kind === 'crossing.recorded') {
      const change = this.changed.get(seq)
      this.changed.delete(seq)
      if (change?.voided) return
      if (officer === null) this.unsigned++
      this.count(change?.outline ?? content.payload.crossing)
    }
  }

  counted(from: number | null): ShiftCount {
    const { scans, unreadable, enteredLater, unsigned, amended, voided } = this
    const crossings = countsOf([...this.counts.values()])
    return { from, totals: { scans, unreadable, crossings, enteredLater, unsigned, amended, voided } }
  }

  private count({ direction, decision, travellers, happenedAt }: CrossingOutline): void {
    if (happenedAt !== undefined) this.enteredLater++
    const key = `${direction} ${decision}`
    const row = this.counts.get(key) ?? { direction, decision, crossings: 0, people: 0 }
    this.counts.set(key, {
      ...row,
      crossings: row.crossings + 1,
      people: row.people + travellers.length,
    })
  }
}
