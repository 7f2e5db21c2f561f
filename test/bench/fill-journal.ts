/** Fills a journal with many entries: the same rows that recording makes, thousands in a transaction. */
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { entryHash, genesis, sha256, type Entry } from '../../main/journal/entry.ts'
import { openEncrypted } from '../../main/journal/open-database.ts'
import { Projections } from '../../main/journal/projections.ts'
import { journalKey } from '../fixtures/secrets.ts'
import { accepted, rejected, unreadable } from '../fixtures/verdicts.ts'

/** A busy checkpoint's. */
export const scansADay = 3000

const day = 86_400_000
const inOneTransaction = 10_000

/** Appends scans to an empty journal, `scansADay` from `begin` on (epoch milliseconds). Answers with the last one's instant. */
export function fillJournal(folder: string, scans: number, begin: number): number {
  const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey)
  database.pragma('synchronous = OFF')
  const projections = new Projections(database)
  const insertEntry = database.prepare(
    'INSERT INTO entries VALUES (@seq, @id, @at, @kiosk, @officer, @kind, @payloadHash, @previous, @hash)',
  )
  const insertPayload = database.prepare('INSERT INTO payloads VALUES (?, ?)')
  const payloads = [accepted, rejected, unreadable].map(({ text, ...kept }) => ({ textHash: sha256(text), ...kept }))
  let previous = genesis
  let at = begin
  const fill = database.transaction((from: number, to: number) => {
    for (let seq = from; seq <= to; seq++) {
      at = begin + Math.floor((seq - 1) / scansADay) * day + ((seq - 1) % scansADay) * 15_000
      const payload = JSON.stringify({ salt: `${seq}`.padStart(24, '0'), source: 'camera', ...payloads[seq % 3] })
      const header: Omit<Entry, 'hash'> = {
        seq,
        id: uuidv7({ msecs: at }),
        at,
        kiosk: 'kiosk-1',
        officer: null,
        kind: 'scan.verified',
        payloadHash: sha256(payload),
        previous,
      }
      previous = entryHash(header)
      insertEntry.run({ ...header, hash: previous })
      insertPayload.run(seq, payload)
      projections.project(header, payload)
    }
  })
  for (let from = 1; from <= scans; from += inOneTransaction) fill(from, Math.min(scans, from + inOneTransaction - 1))
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
  return at
}
