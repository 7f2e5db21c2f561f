/** A journal that an earlier version set aside is read as any other, and is left as it was. */
import { hash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readableJournal, readEntries } from '../../../../main/journal/index.ts'
import { madeFormats, madeJournal } from '../../../fixtures/journals/made-journals.ts'
import { journalKey, keys, secrets } from '../../../fixtures/secrets.ts'
import { behindIts, check, newFolder, openIn } from './journal-in.ts'

/** Every file of a journal by its bytes; what SQLite puts beside one that it only reads is none of the journal's. */
const bytesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !/-(?:shm|wal)$/.test(name))
    .map((name) => `${name} ${hash('sha256', readFileSync(join(folder, name)))}`)

async function readableIn(folder: string) {
  const readable = await readableJournal(folder, secrets)
  onTestFinished(readable.done)
  return readable.folder
}

describe.each(madeFormats)('a journal of format %i that nobody opens any more', (format) => {
  test('is whole, is read to its end, and stays as it was left', async () => {
    const folder = madeJournal(format)
    const before = bytesIn(folder)
    const readable = await readableIn(folder)
    expect(check(readable).discords).toEqual([])
    expect([...readEntries(readable, journalKey)].length).toBeGreaterThan(100)
    expect(bytesIn(folder)).toEqual(before)
  })
})

describe('the copy of an older journal', () => {
  test('is taken away once it was read', async () => {
    const { folder, done } = await readableJournal(madeJournal(120), secrets)
    done()
    expect(existsSync(dirname(folder))).toBe(false)
  })

  test('has what was wrong with the journal, and that is found in it', async () => {
    const folder = madeJournal(120)
    behindIts(folder, `UPDATE entries SET hash = '${'0'.repeat(64)}' WHERE seq = 7`)
    expect(check(await readableIn(folder)).discords).toMatchObject([{ seq: 7 }])
  })

  test('is not made of what stands in the place of a file and is none', async () => {
    const folder = madeJournal(40)
    rmSync(join(folder, 'heads.jsonl'))
    mkdirSync(join(folder, 'heads.jsonl'))
    await expect(readableJournal(folder, secrets)).rejects.toMatchObject({ code: 'OWN_FILE_REPLACED' })
  })

  test('is not made of a journal that is up to date, nor of one that this key does not open', async () => {
    const folder = newFolder()
    const journal = await openIn(folder)
    journal.close()
    expect(await readableIn(folder)).toBe(folder)
    const other = { journalKey: () => Buffer.alloc(32), kioskKey: () => keys.kiosk }
    expect((await readableJournal(folder, other)).folder).toBe(folder)
  })
})
