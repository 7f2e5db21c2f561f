import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Journal } from '../../../../main/journal/index.ts'
import { accepted, now } from '../../../fixtures/verdicts.ts'
import { crossingOf } from './crossing-of.ts'
import { check, openIn } from './journal-in.ts'

const run = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: 'utf8' })

/** A disk in a file, and the switch with which its file system takes itself for damaged and turns read-only. */
function fallibleDisk(): { folder: string; fail: () => void } | null {
  const image = join(mkdtempSync(join(tmpdir(), 'chot-fallible-disk-')), 'image')
  const folder = `${image}-mounted`
  mkdirSync(folder)
  writeFileSync(image, '')
  truncateSync(image, 8 << 20)
  if (run('mkfs.ext4', '-q', '-F', image).status !== 0) return null
  if (run('mount', '-o', 'loop,errors=remount-ro', image, folder).status !== 0) return null
  const device = basename(run('findmnt', '-n', '-o', 'SOURCE', folder).stdout.trim())
  const fuse = `/sys/fs/ext4/${device}/trigger_fs_error`
  if (/^loop\d+$/.test(device) && existsSync(fuse)) return { folder, fail: () => writeFileSync(fuse, 'a test') }
  run('umount', folder)
  return null
}

const disk = fallibleDisk()
afterAll(() => {
  // Lazily: a test that failed may have left its journal open.
  if (disk) run('umount', '-l', disk.folder)
})

describe('a disk that turns read-only', () => {
  test.skipIf(disk === null)(
    'is named for every scan from then on, loses none of those before, and lets the day be read (needs leave to mount)',
    async () => {
      const folder = join(disk?.folder ?? '', 'journal')
      const journal = await openIn(folder)
      expect(journal.recordScan(accepted, 'camera', now)).toMatchObject({ recorded: true, seq: 1 })
      journal.saveDraft('kept')
      disk?.fail()
      expect(journal.recordCrossing(crossingOf(), now, null)).toEqual({ recorded: false, code: 'read-only' })
      expect(journal.saveDraft('lost')).toEqual({ saved: false, code: 'read-only' })
      expect(journal.shifts.close(now)).toEqual({ recorded: false, code: 'read-only' })
      expect([journal.readDraft(), journal.day(now).crossings.total]).toEqual(['kept', 0])
      for (let count = 0; count < 3; count++)
        expect(journal.recordScan(accepted, 'camera', now)).toEqual({ recorded: false, code: 'read-only' })
      expect(journal.erase(now + 1, 1, now)).toEqual({ erased: null, code: 'read-only' })
      expect(journal.signHead(now)).toBeNull()
      expect(journal.day(now).total).toBe(1)
      expect(() => journal.close()).not.toThrow()
      expect(check(folder)).toMatchObject({ intact: true, entries: 1 })
    },
  )

  test.skipIf(disk === null)(
    'and is opened again lets scanning go on, or says that it cannot be written (needs leave to mount)',
    async () => {
      const opened = await openIn(join(disk?.folder ?? '', 'journal')).catch((error: unknown) => error)
      if (opened instanceof Error) return expect(opened).toMatchObject({ code: 'JOURNAL_NOT_WRITABLE' })
      const journal = opened as Journal
      expect(journal.recordScan(accepted, 'camera', now)).toEqual({ recorded: false, code: 'read-only' })
      return journal.close()
    },
  )

  test.skipIf(disk === null)('and holds no journal yet has a code with a sentence (needs leave to mount)', async () => {
    await expect(openIn(join(disk?.folder ?? '', 'another'))).rejects.toMatchObject({ code: 'JOURNAL_NOT_WRITABLE' })
  })
})
