/** A journal of which one file has something else in its place: a folder, a link, a pipe, a device, a socket. */
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { endKeyFrom, markFile, readMark } from '../../../../main/journal/vouched/end-mark.ts'
import { writingOf } from '../../../../main/journal/file/open-database.ts'
import { strangers } from '../../../fixtures/strangers.ts'
import { kioskSeed } from '../../../fixtures/secrets.ts'
import { accepted, now } from '../../../fixtures/verdicts.ts'
import { check, newFolder, openIn } from './journal-in.ts'

type Put = (typeof strangers)[number][1]

/** A closed journal of one scan, in a profile of its own. */
async function closedJournal(): Promise<string> {
  const folder = join(newFolder(), 'journal')
  const journal = await openIn(folder)
  journal.recordScan(accepted, 'camera', now)
  journal.close()
  return folder
}

/** Puts it where a file is, or would be; answers what says that what it leads to is as it was. */
function replace(path: string, put: Put): () => void {
  rmSync(path, { force: true })
  const there = put(path)
  return () => void (there !== null && expect(readFileSync(there, 'utf8')).toBe('theirs'))
}

describe.each(strangers)('%s', (_, put) => {
  test.each(['journal.sqlite', 'journal.sqlite-wal', 'journal.sqlite-shm'])(
    'in the place of %s is named, by an opening and by a check, and not opened',
    async (name) => {
      const folder = await closedJournal()
      const expectUntouched = replace(join(folder, name), put)
      const refused = { code: 'OWN_FILE_REPLACED', path: join(folder, name) }
      await expect(openIn(folder)).rejects.toMatchObject(refused)
      expect(() => check(folder)).toThrow(expect.objectContaining(refused))
      expectUntouched()
    },
  )

  test.each(['lock.sqlite', 'journal.sqlite.plain', 'journal.sqlite.encrypting', 'journal.sqlite-journal'])(
    'in the place of %s is named by an opening, and neither opened nor overwritten',
    async (name) => {
      const folder = await closedJournal()
      const expectUntouched = replace(join(folder, name), put)
      await expect(openIn(folder)).rejects.toMatchObject({ code: 'OWN_FILE_REPLACED', path: join(folder, name) })
      expectUntouched()
    },
  )

  test('in the place of journal.sqlite is no reason to wait for how it is written', async () => {
    const folder = await closedJournal()
    replace(join(folder, 'journal.sqlite'), put)
    expect(() => writingOf(join(folder, 'journal.sqlite'))).toThrow('no regular file')
  })

  test('in the place of journal.end is a damaged mark, and the next one takes its place', async () => {
    const folder = await closedJournal()
    const expectUntouched = replace(markFile(folder), put)
    expect(check(folder).discords).toEqual([{ why: 'mark-damaged', seq: 1 }])
    const journal = await openIn(folder)
    expect(journal.doubts).toEqual([{ why: 'mark-damaged', seq: 1 }])
    expect(journal.recordScan(accepted, 'camera', now)).toMatchObject({ recorded: true })
    journal.close()
    expect(readMark(markFile(folder), endKeyFrom(kioskSeed))).toMatchObject({ found: 'end', end: { seq: 3 } })
    expectUntouched()
  })

  test('in the place of heads.jsonl is damage, keeps no scan waiting, and a rebuild puts the heads back', async () => {
    const folder = await closedJournal()
    const expectUntouched = replace(join(folder, 'heads.jsonl'), put)
    expect(check(folder).discords).toContainEqual({ why: 'heads-damaged', seq: 1 })
    const journal = await openIn(folder)
    onTestFinished(() => journal.close())
    expect(journal.recordScan(accepted, 'camera', now)).toMatchObject({ recorded: true })
    expect(journal.signHead(now)).toMatchObject({ seq: 2 })
    journal.rebuild()
    expect(check(folder).discords).toEqual([])
    expectUntouched()
  })
})

test('a file of before encryption that has another name as well keeps what is in it', async () => {
  const folder = await closedJournal()
  const theirs = join(dirname(folder), 'theirs')
  writeFileSync(theirs, 'theirs')
  linkSync(theirs, join(folder, 'journal.sqlite.plain'))
  ;(await openIn(folder)).close()
  expect(readFileSync(theirs, 'utf8')).toBe('theirs')
})
