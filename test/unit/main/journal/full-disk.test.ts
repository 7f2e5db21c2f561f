import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Journal } from '../../../../main/journal/index.ts'
import { smallDisk } from '../../../fixtures/small-disk.ts'
import { accepted, now } from '../../../fixtures/verdicts.ts'
import { crossingOf } from './crossing-of.ts'
import { check, newFolder, openIn } from './journal-in.ts'

const disk = smallDisk()
const folderOf = (name: string): string => join(disk?.folder ?? '', name)

/** What one scan says that it is. */
const scan = (journal: Journal) => journal.recordScan(accepted, 'camera', now)

/** The files of an open journal as a kill leaves them, with the mark of its end; the index of the log is made anew. */
function copyAsKilled(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (file) => !file.endsWith('-shm') })
  cpSync(`${from}.end`, `${to}.end`)
}

/** Calls until it is refused; answers with how often it was not. */
function untilRefused(act: () => { recorded: boolean }): number {
  for (let count = 0; count < 1000; count++) if (!act().recorded) return count
  throw new Error('the disk is not full')
}

describe('a journal on a full disk', () => {
  const what: [string, (journal: Journal) => { recorded: boolean }][] = [
    ['scans', scan],
    ['crossings', (journal) => journal.recordCrossing(crossingOf({ travellers: 4 }), now, null)],
  ]

  test.skipIf(disk === null).each(what)(
    'says so of %s, loses none that it called recorded, and goes on when there is room (needs leave to mount)',
    async (name, record) => {
      const folder = folderOf(name)
      const journal = await openIn(folder)
      try {
        disk?.fill()
        const recorded = untilRefused(() => record(journal))
        expect(record(journal)).toEqual({ recorded: false, code: 'disk-full' })
        disk?.free()
        expect(record(journal)).toMatchObject({ recorded: true, seq: recorded + 1 })
        expect(check(folder)).toMatchObject({ intact: true, entries: recorded + 1 })
        expect(journal.rebuild().changed).toBe(false)
      } finally {
        journal.close()
        rmSync(folder, { recursive: true })
        disk?.free()
      }
    },
  )

  test.skipIf(disk === null)(
    'keeps the draft of a crossing that it did not take, and says of a draft that it was not saved (needs leave to mount)',
    async () => {
      const folder = folderOf('drafts')
      const journal = await openIn(folder)
      try {
        journal.saveDraft('this one')
        disk?.fill()
        untilRefused(() => journal.recordCrossing(crossingOf(), now, 'this one'))
        expect(journal.recordCrossing(crossingOf(), now, null)).toEqual({ recorded: false, code: 'disk-full' })
        expect(journal.readDraft()).toBe('this one')
        expect(journal.saveDraft('x'.repeat(20_000))).toEqual({ saved: false, code: 'disk-full' })
        expect(journal.readDraft()).toBe('this one')
        disk?.free()
        expect(journal.saveDraft('another')).toEqual({ saved: true })
      } finally {
        journal.close()
        rmSync(folder, { recursive: true })
        disk?.free()
      }
    },
  )

  test.skipIf(disk === null)(
    'is opened there, records nothing that it did not, and is recorded in and read by others when there is room (needs leave to mount)',
    async () => {
      const folder = folderOf('opened')
      const before = await openIn(folder)
      scan(before)
      before.saveDraft('this one')
      before.close()
      disk?.fill()
      const journal = await openIn(folder)
      try {
        expect(journal.readDraft()).toBe('this one')
        expect(journal.doubts).toEqual([])
        expect(scan(journal)).toEqual({ recorded: false, code: 'disk-full' })
        expect(journal.saveDraft('another')).toEqual({ saved: false, code: 'disk-full' })
        expect(journal.readDraft()).toBe('this one')
        disk?.free()
        expect(scan(journal)).toMatchObject({ recorded: true, seq: 2 })
        expect(check(folder)).toMatchObject({ intact: true, entries: 2 })
        expect(scan(journal)).toMatchObject({ recorded: true, seq: 3 })
        expect(check(folder)).toMatchObject({ intact: true, entries: 3 })
      } finally {
        journal.close()
        rmSync(folder, { recursive: true })
        disk?.free()
      }
    },
  )

  test.skipIf(disk === null)(
    'is opened there after a kill, with every entry that was recorded (needs leave to mount)',
    async () => {
      const killed = newFolder()
      const running = await openIn(killed)
      scan(running)
      scan(running)
      const folder = folderOf('killed')
      copyAsKilled(killed, folder)
      running.close()
      disk?.fill()
      const journal = await openIn(folder)
      try {
        expect(journal.doubts).toEqual([])
        disk?.free()
        expect(scan(journal)).toMatchObject({ recorded: true, seq: 3 })
        expect(check(folder)).toMatchObject({ intact: true, entries: 3 })
      } finally {
        journal.close()
        rmSync(folder, { recursive: true })
        disk?.free()
      }
    },
  )

  test.skipIf(disk === null)(
    'cannot be begun there: that is said, and nothing is left that keeps it from being begun later (needs leave to mount)',
    async () => {
      const folder = folderOf('begun')
      disk?.fill()
      await expect(openIn(folder)).rejects.toThrow(expect.objectContaining({ code: 'JOURNAL_NOT_WRITABLE' }))
      disk?.free()
      const journal = await openIn(folder)
      expect(scan(journal)).toMatchObject({ recorded: true, seq: 1 })
      journal.close()
      rmSync(folder, { recursive: true })
    },
  )
})
