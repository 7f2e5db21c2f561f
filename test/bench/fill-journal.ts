/** Fills a journal with many crossings: by the code that records, thousands in a transaction. */
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { Chain } from '../../main/journal/chain/chain.ts'
import { KioskKeys, kioskKeyFrom } from '../../main/journal/chain/kiosk-keys.ts'
import { openEncrypted } from '../../main/journal/file/open-database.ts'
import { Projections } from '../../main/journal/chain/projections.ts'
import { SearchIndex } from '../../main/journal/search/index.ts'
import { EndMark, endKeyFrom, endOf, markFile } from '../../main/journal/vouched/end-mark.ts'
import { journalKey, kioskSeed } from '../fixtures/secrets.ts'
import { oneInFour } from './signed-share.ts'
import { crossing } from './travellers.ts'

/** A busy checkpoint's: of four travellers each, 5,000,000 travellers a year. */
export const crossingsADay = 3425
export const travellersEach = 4

const day = 86_400_000
const inOneTransaction = 3425

/** When the crossing of this serial number (0, 1, 2, …) was recorded; the first at `begin`, epoch milliseconds. */
export const instantOf = (serial: number, begin: number): number =>
  begin + Math.floor(serial / crossingsADay) * day + (serial % crossingsADay) * Math.floor(day / crossingsADay)

/**
 * Records crossings 0 to `crossings` - 1 in an empty journal, and brings the search index as far as idle moments would.
 * Answers with how long it took to join days to weeks, each piece of that in milliseconds.
 */
export function fillJournal(folder: string, crossings: number, begin: number): number[] {
  const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey)
  database.pragma('synchronous = OFF')
  const index = new SearchIndex(database)
  const chain = new Chain({
    database,
    kiosk: 'kiosk-1',
    keys: new KioskKeys(database, kioskKeyFrom(kioskSeed)),
    signer: oneInFour(),
    projections: new Projections(database, [index]),
  })
  const fill = database.transaction((from: number, to: number) => {
    for (let serial = from; serial < to; serial++)
      chain.append({ kind: 'crossing.recorded', payload: { crossing: crossing(serial) } }, instantOf(serial, begin))
    index.index(to - from)
  })
  const joins: number[] = []
  for (let from = 0; from < crossings; from += inOneTransaction) {
    fill(from, Math.min(crossings, from + inOneTransaction))
    for (;;) {
      const start = performance.now()
      const joined = index.join()
      if (joined === 0) break
      joins.push(performance.now() - start)
    }
    if (from % (50 * inOneTransaction) === 0) process.stderr.write(`${from} of ${crossings} crossings …\n`)
  }
  // Its end is vouched for as a kiosk does, or the next opening doubts it.
  const mark = new EndMark(markFile(folder), endKeyFrom(kioskSeed), 'missing')
  mark.write(endOf(database))
  mark.close()
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
  // Or the disk is still writing while it is to be read.
  const written = openSync(join(folder, 'journal.sqlite'), 'r+')
  fsyncSync(written)
  closeSync(written)
  return joins
}
