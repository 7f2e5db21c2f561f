/** What a journal is made of, put together on its opened file: the recorder, which writes, and those who ask. */
import { Chain } from './chain.ts'
import { checkAtOpening } from './check/at-opening.ts'
import { sayDiscord } from './check/say-discord.ts'
import { ClockEvidence } from './clock-evidence.ts'
import { CrossingWriter } from './crossing-writer.ts'
import { Crossings } from './crossings.ts'
import { Draft } from './draft.ts'
import { endKeyFrom } from './end-mark.ts'
import type { Database } from './open-database.ts'
import type { JournalPlace, OpenedFile } from './open-journal.ts'
import { Projections } from './projections.ts'
import { Recorder, type Listener } from './recorder.ts'
import { Retention } from './retention.ts'
import { Search, SearchIndex } from './search/index.ts'
import { Shifts } from './shift.ts'
import { kioskKeyFrom } from './signed-head.ts'
import { Vouchers } from './vouchers.ts'

/** The parts of one open journal. */
export interface JournalParts {
  database: Database
  /** Lets go of the profile, once the database is closed. */
  unlock: () => void
  vouchers: Vouchers
  index: SearchIndex
  projections: Projections
  recorder: Recorder
  crossings: Crossings
  draft: Draft
  writer: CrossingWriter
  evidence: ClockEvidence
  retention: Retention
  shifts: Shifts
  finder: Search
}

/** Puts them together. What does not agree is found first: it is an entry before anything else. */
export function assemble(
  { folder, kiosk, log }: JournalPlace,
  { database, keys, mark, unlock }: OpenedFile,
  listener: Listener,
): JournalParts {
  const found = checkAtOpening(database, mark)
  for (const each of found) log(`journal: ${sayDiscord('en', each)}`)
  const vouchers = new Vouchers({ folder, endKey: endKeyFrom(keys.kiosk), mark, log })
  const index = new SearchIndex(database)
  const projections = new Projections(database, [index])
  const chain = new Chain(database, kiosk, kioskKeyFrom(keys.kiosk), projections)
  const recorder = new Recorder({ database, chain, folder, vouchers, found, log, listener })
  const crossings = new Crossings(database, projections.crossings)
  const draft = new Draft(database)
  const parts: JournalParts = {
    database,
    unlock,
    vouchers,
    index,
    projections,
    recorder,
    crossings,
    draft,
    writer: new CrossingWriter(recorder, crossings, draft),
    evidence: new ClockEvidence(database, projections.times),
    retention: new Retention(database, folder, chain, projections, recorder),
    shifts: new Shifts(database, kiosk, recorder),
    finder: new Search(database, index, log),
  }
  vouchers.catchUp(database)
  // What the mark says stays until an entry says that it was not so.
  if (found.length === 0) vouchers.markEnd(chain.end())
  return parts
}
