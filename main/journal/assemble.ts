/** What a journal is made of, put together on its opened file: the recorder, which writes, and those who ask. */
import { Accesses } from './officers/accesses.ts'
import { readCarried } from './officers/carried-officers.ts'
import { Chain } from './chain/chain.ts'
import { checkAtOpening } from './check/at-opening.ts'
import { sayDiscord } from './check/say-discord.ts'
import { ClockEvidence } from './chain/clock-evidence.ts'
import { CrossingWriter } from './crossings/crossing-writer.ts'
import { ClosedDays } from './shifts/closed-days.ts'
import { Crossings } from './crossings/crossings.ts'
import { Draft } from './crossings/draft.ts'
import { endKeyFrom, type Mark } from './vouched/end-mark.ts'
import { Issues } from './given-out/issues.ts'
import { FarEnd, readFarMark, wasElsewhere } from './vouched/far-end.ts'
import type { Database } from './file/open-database.ts'
import { OfficerBook, type CarriedOfficer } from './officers/officer-book.ts'
import { OutlineCounts } from './crossings/outline-counts.ts'
import type { JournalPlace, OpenedFile } from './file/open-journal.ts'
import { Papers } from './given-out/papers.ts'
import { Projections } from './chain/projections.ts'
import { Recorder, type Listener } from './chain/recorder.ts'
import { Retention } from './retention.ts'
import { Search, SearchIndex } from './search/index.ts'
import { Shifts } from './shifts/shift.ts'
import { KioskKeys, kioskKeyFrom } from './chain/kiosk-keys.ts'
import { Receipts } from './given-out/receipts.ts'
import { Vouchers } from './vouched/vouchers.ts'

/** The parts of one open journal. */
export interface JournalParts {
  database: Database
  folder: string
  kiosk: string
  /** Lets go of the profile, once the database is closed. */
  unlock: () => void
  vouchers: Vouchers
  index: SearchIndex
  projections: Projections
  keys: KioskKeys
  receipts: Receipts
  accesses: Accesses
  officers: OfficerBook
  issues: Issues
  papers: Papers
  days: ClosedDays
  outlines: OutlineCounts
  recorder: Recorder
  crossings: Crossings
  draft: Draft
  writer: CrossingWriter
  evidence: ClockEvidence
  retention: Retention
  shifts: Shifts
  finder: Search
  /** The officers of another journal of this profile, who go on in this one. @throws what opening it to read throws */
  officersOf: (folder: string) => CarriedOfficer[]
  /** Whether somebody else than this user of this laptop worked in it until now. */
  elsewhere: boolean
}

/**
 * Puts them together. What does not agree is found first: it is an entry before anything else. Of a copy that was put back
 * that is not asked: that its end is not where it was is why it is `restoring`.
 */
export function assemble(
  { folder, kiosk, log, ends, signer = () => null }: JournalPlace,
  { database, keys: secret, mark, unlock }: OpenedFile,
  listener: Listener,
  opening: 'going-on' | 'restoring' = 'going-on',
): JournalParts {
  const endKey = endKeyFrom(secret.kiosk)
  const farMark: Mark = ends === undefined ? { found: 'missing' } : readFarMark(database, ends, endKey)
  const found = opening === 'restoring' ? [] : checkAtOpening(database, mark, farMark)
  for (const each of found) log(`journal: ${sayDiscord('en', each)}`)
  const vouchers = new Vouchers({
    folder,
    endKey,
    mark,
    farEnd: ends === undefined ? null : new FarEnd(database, ends, endKey),
    log,
  })
  const index = new SearchIndex(database)
  const projections = new Projections(database, [index])
  const derived = kioskKeyFrom(secret.kiosk)
  const keys = new KioskKeys(database, derived)
  const chain = new Chain({ database, kiosk, keys, signer, projections })
  const recorder = new Recorder({ database, chain, folder, vouchers, found, log, listener })
  const receipts = new Receipts(database)
  const crossings = new Crossings(database, projections.crossings)
  const draft = new Draft(database)
  const parts: JournalParts = {
    database,
    folder,
    kiosk,
    unlock,
    vouchers,
    index,
    projections,
    keys,
    receipts,
    accesses: new Accesses(database, recorder, secret.journal),
    officers: new OfficerBook(database, recorder),
    issues: new Issues(database, recorder, keys),
    papers: new Papers(database, keys, derived),
    days: new ClosedDays(database, recorder),
    outlines: new OutlineCounts(database),
    recorder,
    crossings,
    draft,
    writer: new CrossingWriter(recorder, crossings, draft),
    evidence: new ClockEvidence(database, projections.times),
    retention: new Retention({ database, folder, chain, projections, receipts, recorder }),
    shifts: new Shifts(database, recorder),
    finder: new Search(database, index, log),
    officersOf: (aside) => readCarried(aside, secret.journal),
    elsewhere: opening === 'going-on' && ends !== undefined && wasElsewhere(database, ends, farMark),
  }
  vouchers.catchUp(database)
  // What the mark says stays until an entry says that it was not so.
  if (found.length === 0 && opening === 'going-on') vouchers.markEnd(chain.end())
  return parts
}
