import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Journal, lockProfile, readEntries, setAsideName, setJournalAside } from '../../../../main/journal/index.ts'
import { journalKey, keys, secrets } from '../../../fixtures/secrets.ts'
import { accepted, hour, now } from '../../../fixtures/verdicts.ts'
import { behindIts, check, newFolder } from './journal-in.ts'

const believed = { from: 'folder', store: 'b'.repeat(64) }

/** A profile with a journal of three scans, closed. */
async function profiled() {
  const profile = newFolder()
  const folder = join(profile, 'journal')
  mkdirSync(profile, { recursive: true })
  const open = async (): Promise<Journal> => {
    const journal = await Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: () => undefined })
    onTestFinished(() => journal.close())
    return journal
  }
  const journal = await open()
  journal.begin('real', now)
  journal.recordEvent('trust.believed', believed, now)
  for (let count = 0; count < 3; count++) journal.recordScan(accepted, 'camera', now + count)
  const head = journal.ledger.head()
  journal.close()
  return { profile, folder, open, head }
}

const begunIn = (folder: string): unknown => JSON.parse([...readEntries(folder, journalKey)][0]?.payload ?? '')

describe('a journal that is set aside', () => {
  test('is kept beside the new one, whole and readable, under the day and its epoch', async () => {
    const { profile, folder, head } = await profiled()
    const follows = setJournalAside(folder, keys, now + hour)
    expect(follows).toEqual({ ...head, folder: `journal-2021-10-04-${head?.epoch?.slice(0, 12)}` })
    expect(follows.folder).toMatch(setAsideName)
    expect(existsSync(folder)).toBe(false)
    expect(check(join(profile, follows.folder))).toMatchObject({ intact: true, entries: 5 })
  })

  test('is named by the one that is begun, which believes what it believed', async () => {
    const { folder, open, head } = await profiled()
    const follows = setJournalAside(folder, keys, now + hour)
    const journal = await open()
    expect(journal.doubts).toEqual([])
    journal.begin('real', now + hour)
    expect(begunIn(folder)).toMatchObject({ mode: 'real', follows: { ...head, folder: follows.folder } })
    expect(journal.ledger.head()?.epoch).not.toBe(head?.epoch)
    expect(journal.lastEvent('trust.believed')).toMatchObject(believed)
    expect(existsSync(`${folder}.begin`)).toBe(false)
    expect(check(folder)).toMatchObject({ intact: true })
  })

  test('is named by its mark where its pages are damaged, and by its last signed head where nobody has the key', async () => {
    const [damaged, lost] = [await profiled(), await profiled()]
    writeFileSync(join(damaged.folder, 'journal.sqlite'), Buffer.alloc(65_536, 7))
    const said = ({ head }: typeof damaged) => ({ seq: head?.seq, hash: head?.hash, epoch: null })
    expect(setJournalAside(damaged.folder, keys, now + hour)).toMatchObject(said(damaged))
    expect(setJournalAside(lost.folder, null, now + hour)).toMatchObject(said(lost))
  })

  test('is not touched while a kiosk has it open', async () => {
    const { folder } = await profiled()
    const unlock = lockProfile(folder)
    onTestFinished(unlock)
    expect(() => setJournalAside(folder, keys, now)).toThrow(expect.objectContaining({ code: 'PROFILE_IN_USE' }))
    expect(check(folder)).toMatchObject({ intact: true })
  })

  test('never takes the name of another', async () => {
    const { profile, folder, head } = await profiled()
    mkdirSync(join(profile, `journal-2021-10-04-${head?.epoch?.slice(0, 12)}`))
    expect(basename(setJournalAside(folder, keys, now).folder)).toMatch(/-2$/)
  })
})

describe('a power cut while a journal is set aside', () => {
  test('before anything was moved leaves the old journal as it was', async () => {
    const { profile, folder, open } = await profiled()
    const { folder: name } = setJournalAside(folder, keys, now)
    renameSync(join(profile, name), folder)
    renameSync(join(profile, `${name}.end`), `${folder}.end`)
    const journal = await open()
    expect([journal.doubts, journal.ledger.head()?.seq, existsSync(`${folder}.begin`)]).toEqual([[], 5, false])
  })

  test('before its mark was moved is made good by the next opening', async () => {
    const { profile, folder, open } = await profiled()
    const { folder: name } = setJournalAside(folder, keys, now)
    renameSync(join(profile, `${name}.end`), `${folder}.end`)
    const journal = await open()
    expect(journal.doubts).toEqual([])
    expect(check(join(profile, name))).toMatchObject({ intact: true })
  })

  test('before the new one says what it follows is made good by the next beginning', async () => {
    const { folder, open, head } = await profiled()
    setJournalAside(folder, keys, now)
    ;(await open()).close()
    const journal = await open()
    journal.begin('real', now + hour)
    expect(begunIn(folder)).toMatchObject({ follows: { seq: head?.seq } })
  })

  test('and a beginning that somebody made up leads nowhere', async () => {
    const { folder, open } = await profiled()
    const follows = { seq: 1, hash: 'a'.repeat(64), epoch: null, folder: '../../etc' }
    writeFileSync(`${folder}.begin`, JSON.stringify({ follows, believed: null }))
    const journal = await open()
    expect([journal.doubts, journal.ledger.head()?.seq]).toEqual([[], 5])
  })
})

test('a journal of before epochs has the one of its first entry, whatever that is', async () => {
  const { folder, open } = await profiled()
  behindIts(folder, 'DELETE FROM entries; DELETE FROM heads; DELETE FROM scans')
  rmSync(`${folder}.end`)
  const journal = await open()
  journal.recordScan(accepted, 'camera', now)
  journal.begin('real', now + 1)
  expect(journal.ledger.head()?.epoch).toBe([...readEntries(folder, journalKey)][0]?.entry.hash)
})
