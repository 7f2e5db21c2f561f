import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Journal } from '../../../../main/journal/index.ts'
import { accepted, now } from '../../../fixtures/verdicts.ts'
import { crossingOf } from './crossing-of.ts'
import { check, openIn } from './journal-in.ts'

/** A file system of a megabyte; null where this user may not make one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'chot-small-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
  return mounted.status === 0 ? folder : null
}

const disk = smallDisk()
const filler = join(disk ?? '', 'filler')
afterAll(() => {
  if (disk) spawnSync('umount', ['-l', disk])
})

/** Fills the disk to the last page. */
function fill(): void {
  for (const size of [65_536, 4096]) {
    try {
      for (;;) appendFileSync(filler, Buffer.alloc(size))
    } catch {
      // That much no longer fits.
    }
  }
}

/** Calls until it is refused; answers with how often it was not. */
function untilRefused(act: () => { recorded: boolean }): number {
  for (let count = 0; count < 1000; count++) if (!act().recorded) return count
  throw new Error('the disk is not full')
}

describe('a journal on a full disk', () => {
  const what: [string, (journal: Journal) => { recorded: boolean }][] = [
    ['scans', (journal) => journal.recordScan(accepted, 'camera', now)],
    ['crossings', (journal) => journal.recordCrossing(crossingOf({ travellers: 4 }), now, null)],
  ]

  test.skipIf(disk === null).each(what)(
    'says so of %s, loses none that it called recorded, and goes on when there is room (needs leave to mount)',
    async (name, record) => {
      const folder = join(disk ?? '', name)
      const journal = await openIn(folder)
      try {
        fill()
        const recorded = untilRefused(() => record(journal))
        expect(record(journal)).toEqual({ recorded: false, code: 'disk-full' })
        rmSync(filler)
        expect(record(journal)).toMatchObject({ recorded: true, seq: recorded + 1 })
        expect(check(folder)).toMatchObject({ intact: true, entries: recorded + 1 })
        expect(journal.rebuild().changed).toBe(false)
      } finally {
        journal.close()
        rmSync(folder, { recursive: true })
        rmSync(filler, { force: true })
      }
    },
  )

  test.skipIf(disk === null)(
    'keeps the draft of a crossing that it did not take, and says of a draft that it was not saved (needs leave to mount)',
    async () => {
      const folder = join(disk ?? '', 'drafts')
      const journal = await openIn(folder)
      try {
        journal.saveDraft('this one')
        fill()
        untilRefused(() => journal.recordCrossing(crossingOf(), now, 'this one'))
        expect(journal.recordCrossing(crossingOf(), now, null)).toEqual({ recorded: false, code: 'disk-full' })
        expect(journal.readDraft()).toBe('this one')
        expect(journal.saveDraft('x'.repeat(20_000))).toEqual({ saved: false, code: 'disk-full' })
        expect(journal.readDraft()).toBe('this one')
        rmSync(filler)
        expect(journal.saveDraft('another')).toEqual({ saved: true })
      } finally {
        journal.close()
        rmSync(folder, { recursive: true })
        rmSync(filler, { force: true })
      }
    },
  )
})
