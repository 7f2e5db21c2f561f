/** A journal whose end was cut off, with the key or without: what lies beside its folder tells it. */
import {
  copyFileSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { endKeyFrom, markFile, readMark } from '../../../../main/journal/vouched/end-mark.ts'
import { Journal, readEntries } from '../../../../main/journal/index.ts'
import { headInterval } from '../../../../main/journal/vouched/signed-head.ts'
import { journalKey, kioskSeed, secrets } from '../../../fixtures/secrets.ts'
import { accepted, now } from '../../../fixtures/verdicts.ts'
import { madeJournal } from '../../../fixtures/journals/made-journals.ts'
import { behindIts, check, newFolder, openIn } from './journal-in.ts'

const key = endKeyFrom(kioskSeed)
const markOf = (folder: string): number | string => {
  const mark = readMark(markFile(folder), key)
  return mark.found === 'end' ? mark.end.seq : mark.found
}

function scan(journal: Journal, times: number): void {
  for (let count = 0; count < times; count++) journal.recordScan(accepted, 'camera', now + count)
}

/** The same, and their mark is made, as it is once whoever waits for them has been answered. */
async function scanned(journal: Journal, times: number): Promise<void> {
  scan(journal, times)
  await turn()
}

/** A copy of a profile's journal with its mark, as a kill or a cut of the power would leave it. */
function killed(folder: string): string {
  const copy = newFolder()
  cpSync(folder, copy, { recursive: true })
  copyFileSync(`${folder}.end`, `${copy}.end`)
  return copy
}

/** A journal of 120 scans, the last 20 in its write-ahead log alone; killed. */
async function killedJournal(): Promise<string> {
  const folder = newFolder()
  const journal = await openIn(folder)
  scan(journal, 100)
  behindIts(folder, 'PRAGMA wal_checkpoint(TRUNCATE)')
  await scanned(journal, 20)
  const copy = killed(folder)
  journal.close()
  return copy
}

/** Opens a journal, hears what it says, and records a scan. Answers with that and the kinds of its newest entries. */
async function opened(folder: string) {
  const said: string[] = []
  const journal = await Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: (line) => said.push(line) })
  onTestFinished(() => journal.close())
  const doubts = journal.doubts
  const record = journal.recordScan(accepted, 'camera', now + 1000)
  await turn()
  const newest = [...readEntries(folder, journalKey, 2)].map(({ entry }) => entry.kind)
  return { said, doubts, record, newest }
}

/** What a check says of the journal, an opening, and a check after that: three times the same, and an entry. */
async function expectCut(folder: string, from: number, to: number): Promise<void> {
  const cut = { why: 'cut-off', seq: from, vouched: { seq: to, hash: expect.stringMatching(/^[0-9a-f]{64}$/) } }
  expect(check(folder).discords).toContainEqual(cut)
  const { said, doubts, record, newest } = await opened(folder)
  expect(said[0]).toContain(`lacks the entries from ${from} to ${to}`)
  expect(doubts).toContainEqual(cut)
  expect(record).toMatchObject({ recorded: true })
  expect(newest).toEqual(['journal.doubted', 'scan.verified'])
  expect(check(folder).earlier).toContainEqual({ entry: from, discord: cut })
}

describe('a journal that is cut short without the key', () => {
  test('by shortening its write-ahead log is told by its mark', async () => {
    const folder = await killedJournal()
    expect(check(folder)).toMatchObject({ intact: true, entries: 120 })
    const wal = join(folder, 'journal.sqlite-wal')
    truncateSync(wal, Math.floor(statSync(wal).size / 2))
    const { entries } = check(folder)
    expect(entries).toBeGreaterThan(100)
    await expectCut(folder, entries + 1, 120)
  })

  test('by removing its write-ahead log and trimming heads.jsonl is told by its mark', async () => {
    const folder = await killedJournal()
    rmSync(join(folder, 'journal.sqlite-wal'))
    writeFileSync(join(folder, 'heads.jsonl'), '')
    await expectCut(folder, headInterval + 1, 120)
  })

  test('by putting back an older copy of its folder is told by its mark', async () => {
    const folder = newFolder()
    const first = await openIn(folder)
    scan(first, 5)
    first.close()
    const older = killed(folder)
    const second = await openIn(folder)
    scan(second, 5)
    second.close()
    rmSync(folder, { recursive: true })
    cpSync(older, folder, { recursive: true })
    await expectCut(folder, 6, 10)
  })

  test('to nothing is told by its mark', async () => {
    const folder = await killedJournal()
    rmSync(folder, { recursive: true })
    const { doubts, newest } = await opened(folder)
    expect(doubts).toEqual([{ why: 'cut-off', seq: 1, vouched: { seq: 120, hash: expect.any(String) } }])
    expect(newest).toEqual(['journal.doubted', 'scan.verified'])
  })

  test.each([
    ['missing', (mark: string) => rmSync(mark), 'mark-missing'],
    ['empty', (mark: string) => writeFileSync(mark, ''), 'mark-damaged'],
    [
      'made up',
      (mark: string) => writeFileSync(mark, readFileSync(mark, 'utf8').replace('0120', '0107')),
      'mark-damaged',
    ],
    ['of another kind', (mark: string) => writeFileSync(mark, 'x'.repeat(1000)), 'mark-damaged'],
    [
      'a link',
      (mark: string) => (renameSync(mark, `${mark}.there`), symlinkSync(`${mark}.there`, mark)),
      'mark-damaged',
    ],
  ])(
    'and whose mark is %s is not called intact, and a new mark is made once that is an entry',
    async (_, harm, why) => {
      const folder = await killedJournal()
      harm(`${folder}.end`)
      expect(check(folder).discords).toEqual([{ why, seq: 120 }])
      const { doubts, newest, said } = await opened(folder)
      expect(doubts).toEqual([{ why, seq: 120 }])
      expect(said[0]).toContain('journal.end')
      expect(newest).toEqual(['journal.doubted', 'scan.verified'])
      expect(check(folder)).toMatchObject({ intact: true, earlier: [{ entry: 121 }] })
      expect(markOf(folder)).toBe(122)
    },
  )

  test('is told again at the next opening, until something is recorded', async () => {
    const folder = await killedJournal()
    rmSync(join(folder, 'journal.sqlite-wal'))
    const first = await openIn(folder)
    first.saveDraft('nothing decided')
    first.close()
    expect(markOf(folder)).toBe(120)
    const again = await openIn(folder)
    again.recordDoubts(now)
    again.recordDoubts(now)
    expect([...readEntries(folder, journalKey)].map(({ entry }) => entry.kind).slice(100)).toEqual(['journal.doubted'])
    again.close()
  })
})

describe('a journal that is written anew with the key', () => {
  test('is told by its mark, though its own chain and every row hold', async () => {
    const folder = await killedJournal()
    const mark = readFileSync(`${folder}.end`)
    behindIts(folder, ['heads', 'scans', 'entries'].map((table) => `DELETE FROM ${table} WHERE seq > 110`).join(';'))
    const forger = await openIn(folder)
    scan(forger, 15)
    forger.close()
    writeFileSync(`${folder}.end`, mark)
    expect(check(folder).discords).toEqual([
      { why: 'not-as-vouched', seq: 120, vouched: { seq: 120, hash: expect.any(String) } },
    ])
  })
})

describe('the mark of the end', () => {
  test('goes with every entry, lies beside the folder and not in it, and names nobody', async () => {
    const folder = newFolder()
    const journal = await openIn(folder)
    expect(markOf(folder)).toBe(0)
    for (let seq = 1; seq <= 3; seq++) {
      await scanned(journal, 1)
      expect(markOf(folder)).toBe(seq)
    }
    journal.saveDraft('x')
    await turn()
    expect(markOf(folder)).toBe(3)
    expect(readFileSync(`${folder}.end`, 'utf8')).toMatch(/^chot journal end \d{16} [0-9a-f]{64} [0-9a-f]{64}\n$/)
    expect(statSync(`${folder}.end`).mode & 0o777).toBe(0o600)
    expect(existsSync(join(folder, 'journal.end'))).toBe(false)
    journal.close()
  })

  test('is made behind the answer and once for entries of one turn; a kill before it leaves it behind, and one is made at the end', async () => {
    const folder = newFolder()
    const journal = await openIn(folder)
    await scanned(journal, 2)
    scan(journal, 3)
    expect(markOf(folder)).toBe(2)
    const cut = killed(folder)
    await turn()
    expect(markOf(folder)).toBe(5)
    scan(journal, 1)
    journal.close()
    expect(markOf(folder)).toBe(6)
    expect(check(cut)).toMatchObject({ intact: true, entries: 5 })
  })

  test('is behind where the power was cut before it was on disk: nothing is said, and the next opening brings it on', async () => {
    const folder = newFolder()
    const journal = await openIn(folder)
    await scanned(journal, 2)
    const mark = readFileSync(`${folder}.end`)
    await scanned(journal, 3)
    const cut = killed(folder)
    journal.close()
    writeFileSync(`${cut}.end`, mark)
    expect(check(cut)).toMatchObject({ intact: true, entries: 5 })
    const again = await openIn(cut)
    await turn()
    expect([again.doubts, markOf(cut)]).toEqual([[], 5])
    again.close()
  })

  test('is told where an older one was put back alone, once two heads were signed since', async () => {
    const folder = newFolder()
    const journal = await openIn(folder)
    await scanned(journal, 2)
    const mark = readFileSync(`${folder}.end`)
    scan(journal, 2 * headInterval - 3)
    const [once, twice] = [killed(folder), (scan(journal, 1), killed(folder))]
    journal.close()
    for (const each of [once, twice]) writeFileSync(`${each}.end`, mark)
    expect(check(once).discords).toEqual([])
    expect(check(twice).discords).toEqual([{ why: 'mark-old', seq: 2 }])
    const { said, doubts, newest } = await opened(twice)
    expect(doubts).toEqual([{ why: 'mark-old', seq: 2 }])
    expect(said[0]).toContain('vouches up to entry 2 alone')
    expect(newest).toEqual(['journal.doubted', 'scan.verified'])
    expect(check(twice).discords).toEqual([])
  })

  test('is not moved by what the disk did not take', async () => {
    const folder = newFolder()
    const journal = await openIn(folder)
    await scanned(journal, 1)
    behindIts(folder, `CREATE TRIGGER full BEFORE INSERT ON scans BEGIN SELECT RAISE(FAIL, 'no room'); END`)
    expect(journal.recordScan(accepted, 'camera', now)).toMatchObject({ recorded: false })
    await turn()
    expect(markOf(folder)).toBe(1)
    behindIts(folder, 'DROP TRIGGER full')
    await scanned(journal, 1)
    expect(markOf(folder)).toBe(2)
    journal.close()
    expect(check(folder)).toMatchObject({ intact: true, entries: 2 })
  })

  test('of a journal from before there were marks is made when it is brought up to date', async () => {
    const folder = madeJournal(50)
    const journal = await openIn(folder)
    await turn()
    const { entries } = check(folder)
    expect([journal.doubts, markOf(folder)]).toEqual([[], entries])
    journal.close()
  })
})
