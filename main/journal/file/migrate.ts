/** Brings a journal's tables up to date: numbered steps, each in its own file and never edited once released. */
import { sql as entries } from '../migrations/0010-entries.ts'
import { sql as headsAndErasures } from '../migrations/0020-heads-and-erasures.ts'
import { sql as crossings } from '../migrations/0030-crossings.ts'
import { sql as search } from '../migrations/0040-search.ts'
import { sql as searchSpans } from '../migrations/0050-search-spans.ts'
import { sql as proofs } from '../migrations/0060-proofs.ts'
import { sql as beliefs } from '../migrations/0070-beliefs.ts'
import { sql as draftPlace } from '../migrations/0080-draft-place.ts'
import { sql as abandoned } from '../migrations/0090-abandoned.ts'
import { sql as begun } from '../migrations/0100-begun.ts'
import { sql as notes } from '../migrations/0110-notes.ts'
import { sql as recordedAt } from '../migrations/0120-recorded-at.ts'
import { sql as ledger } from '../migrations/0130-ledger.ts'
import { sql as officers } from '../migrations/0140-officers.ts'
import { sql as shifts } from '../migrations/0150-shifts.ts'
import { sql as branched } from '../migrations/0170-branched.ts'
import { sql as places } from '../migrations/0180-places.ts'
import { sql as comparedKinds } from '../migrations/0190-compared-kinds.ts'
import type { Database } from './open-database.ts'

/** One step. Versions ascend. */
export interface Migration {
  version: number
  sql: string
}

export const migrations: readonly Migration[] = [
  { version: 10, sql: entries },
  { version: 20, sql: headsAndErasures },
  { version: 30, sql: crossings },
  { version: 40, sql: search },
  { version: 50, sql: searchSpans },
  { version: 60, sql: proofs },
  { version: 70, sql: beliefs },
  { version: 80, sql: draftPlace },
  { version: 90, sql: abandoned },
  { version: 100, sql: begun },
  { version: 110, sql: notes },
  { version: 120, sql: recordedAt },
  { version: 130, sql: ledger },
  { version: 140, sql: officers },
  { version: 150, sql: shifts },
  { version: 170, sql: branched },
  { version: 180, sql: places },
  { version: 190, sql: comparedKinds },
]

/** A journal written by a newer program. Opening it could lose what only the newer one understands. */
export class JournalFromFuture extends Error {
  readonly code = 'JOURNAL_FROM_FUTURE'
  constructor(version: number) {
    super(`this journal was written by a newer version of Chốt (format ${version}); install that version to open it`)
    this.name = 'JournalFromFuture'
  }
}

/** A journal as an earlier program left it. Only the kiosk itself, which backs it up first, brings it up to date. */
export class JournalFromPast extends Error {
  readonly code = 'JOURNAL_FROM_PAST'
  constructor(version: number) {
    super(
      `an earlier version of Chốt wrote this journal (format ${version}); start Chốt once, which brings it up to date`,
    )
    this.name = 'JournalFromPast'
  }
}

/** The version of a journal's tables; 0 where there are none yet. */
export function formatOf(database: Database, schema: 'main' | 'plain' = 'main'): number {
  return Number(database.pragma(`${schema}.user_version`, { simple: true }))
}

/**
 * Runs the steps that are still missing, all in one transaction: after a crash in the middle none has happened.
 * `backUp` is called first where there is something to lose.
 * @throws JournalFromFuture
 */
export function migrate(
  database: Database,
  backUp: (name: string) => void,
  steps: readonly Migration[] = migrations,
): void {
  const current = formatOf(database)
  const latest = steps.at(-1)?.version ?? 0
  if (current > latest) throw new JournalFromFuture(current)
  if (current === latest) return
  if (current > 0) backUp(`format-${current}-before-${latest}`)
  database
    .transaction(() => {
      for (const { version, sql } of steps) if (version > current) database.exec(sql)
      database.pragma(`user_version = ${latest}`)
    })
    .immediate()
}
