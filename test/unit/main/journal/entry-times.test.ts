import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EntryTimes } from '../../../../main/journal/chain/entry-times.ts'
import { readEntries, readScans } from '../../../../main/journal/index.ts'
import { openEncrypted } from '../../../../main/journal/file/open-database.ts'
import { localDay } from '../../../../shared/language/time.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { accepted, hour, now } from '../../../fixtures/verdicts.ts'
import { newFolder, openIn } from './journal-in.ts'

/** Runs of entries with a clock that jumps between them; some begin with a person's word for the clock. */
const runs = fc.array(
  fc.record({ entries: fc.nat({ max: 70 }), jump: fc.integer({ min: -50, max: 50 }), confirmed: fc.boolean() }),
  { maxLength: 5 },
)

describe('entries by time', () => {
  test('know the latest instant of all from any entry on', async () => {
    const folder = newFolder()
    const journal = await openIn(folder)
    // Up and down: the latest is now in the hundred where one begins, now in a later one, now among the last few.
    const instants = Array.from({ length: 460 }, (_, index) => now + ((index * 7919) % 1013) * (1000 - index))
    for (const at of instants) journal.recordEvent('clock.doubted', {}, at)
    journal.close()
    const times = new EntryTimes(openEncrypted(join(folder, 'journal.sqlite'), journalKey))
    for (let from = 1; from <= instants.length; from++)
      expect([from, times.latestFrom(from)]).toEqual([from, Math.max(...instants.slice(from - 1))])
    expect([times.latestFrom(0), times.latestFrom(461)]).toEqual([Math.max(...instants), null])
  })

  test('give the latest instant since the clock was confirmed, and the scans of a day, though the clock went back', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (steps) => {
        const folder = newFolder()
        let journal = await openIn(folder)
        let at = now
        let latest: number | null = null
        for (const { entries, jump, confirmed } of steps) {
          at += jump * hour
          if (confirmed) {
            journal.recordEvent('clock.confirmed', { dismissed: latest }, at)
            latest = at
          }
          for (let count = 0; count < entries; count++) {
            at += 60_000
            latest = Math.max(at, latest ?? at)
            journal.recordScan(accepted, 'camera', at)
          }
          expect(journal.clockEvidence().latest).toBe(latest)
        }
        journal.erase(at, 110, at)
        const erasure = [...readEntries(folder, journalKey, 1)][0]?.entry
        if (erasure?.kind === 'journal.erased') latest = Math.max(at, latest ?? at)
        journal.close()
        journal = await openIn(folder)
        expect(journal.clockEvidence().latest).toBe(latest)
        const all = [...readEntries(folder, journalKey)].filter(({ entry }) => entry.kind === 'scan.verified')
        for (const day of new Set([localDay(now), ...all.map(({ entry }) => localDay(entry.at))])) {
          const expected = all.filter(({ entry }) => localDay(entry.at) === day)
          expect([...readScans(folder, journalKey, day)]).toEqual(
            expected.map(({ entry, payload }) => ({ seq: entry.seq, at: entry.at, payload })),
          )
        }
        journal.close()
      }),
      { numRuns: 8 },
    )
  })
})
