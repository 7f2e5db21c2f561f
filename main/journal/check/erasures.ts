/** What the journal says was erased, so that a payload which is gone, or is back, can be told from one that is not. */
import * as v from 'valibot'
import { erasureSchema, type Erasure } from '../../../shared/ledger/erasure.ts'
import { retentionOf, type Retention } from '../../../shared/ledger/entry-kinds.ts'
import type { Database } from '../file/open-database.ts'

/** An entry as far as erasures look at it. `at`: epoch milliseconds. */
interface Member {
  seq: number
  at: number
  kind: string
}

/**
 * All erasures of one journal: one a day at most. One that cannot be read took nothing: whoever altered it is found by
 * its hash, and by the payloads that it does not explain any more.
 */
export class Erasures {
  readonly list: readonly (Erasure & { seq: number })[]
  private readonly latest: number

  constructor(database: Database) {
    this.list = database
      .prepare<[], { seq: number; payload: string }>(
        `SELECT seq, payload FROM entries WHERE kind = 'journal.erased' AND payload IS NOT NULL ORDER BY seq`,
      )
      .all()
      .flatMap(({ seq, payload }) => {
        const erasure = readErasure(payload)
        return erasure === null ? [] : [{ seq, ...erasure }]
      })
    this.latest = Math.max(...this.list.map(({ before, accessBefore = before }) => Math.max(before, accessBefore)))
  }

  /** Whether one took the payload of an entry; of a crossing, of all of its entries as there were then. */
  took(entry: Member, changes: readonly Member[] = []): boolean {
    if (entry.at >= this.latest) return false
    return this.list.some((erasure) => {
      const takes = ({ kind, at, seq }: Member): boolean => {
        const before = beforeOf(retentionOf(kind), erasure)
        return before !== null && at < before && seq <= erasure.through
      }
      return (
        entry.seq < erasure.seq && takes(entry) && changes.every((change) => change.seq > erasure.seq || takes(change))
      )
    })
  }
}

/** From before which instant an erasure takes the payloads of a class; null: of this one none. */
function beforeOf(retention: Retention, { before, accessBefore }: Erasure): number | null {
  switch (retention) {
    case 'personal':
      return before
    case 'access':
      return accessBefore ?? null
    case 'operational':
    case 'for-ever':
      return null
  }
}

function readErasure(payload: string): Erasure | null {
  try {
    const read = v.safeParse(erasureSchema, JSON.parse(payload))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
