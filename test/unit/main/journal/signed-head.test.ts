import { appendFileSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkJournal } from '../../../../main/journal/check-journal.ts'
import { kioskKeyFrom, type Journal } from '../../../../main/journal/index.ts'
import { headHolds, headInterval, signHead, type SignedHead } from '../../../../main/journal/signed-head.ts'
import { journalKey, kioskSeed } from '../../../fixtures/secrets.ts'
import { accepted, now } from '../../../fixtures/verdicts.ts'
import { behindIts, newFolder, openIn } from './journal-in.ts'

const kioskKey = kioskKeyFrom(kioskSeed)
const check = (folder: string, shown: readonly SignedHead[] = []) => checkJournal(folder, journalKey, kioskKey, shown)

async function recorded(scans: number): Promise<{ folder: string; journal: Journal }> {
  const folder = newFolder()
  const journal = await openIn(folder)
  for (let count = 0; count < scans; count++) journal.recordScan(accepted, 'camera', now + count)
  return { folder, journal }
}

const cutTo = (seq: number): string =>
  `DELETE FROM heads WHERE seq > ${seq}; DELETE FROM scans WHERE seq > ${seq}; DELETE FROM entries WHERE seq > ${seq}`

describe('a signed head', () => {
  test('holds under the kiosk’s key, and under no other and for nothing else', () => {
    const head = signHead(kioskKey, { kiosk: 'kiosk-1', seq: 7, at: now, hash: 'a'.repeat(64) })
    expect(headHolds(kioskKey, head)).toBe(true)
    expect(headHolds(kioskKeyFrom(journalKey), head)).toBe(false)
    for (const change of [{ kiosk: 'kiosk-2' }, { seq: 8 }, { at: now + 1 }, { hash: 'b'.repeat(64) }])
      expect(headHolds(kioskKey, { ...head, ...change })).toBe(false)
  })

  test('is made after every so many entries', async () => {
    const { folder, journal } = await recorded(2 * headInterval + 1)
    expect(behindIts(folder, 'SELECT seq FROM heads ORDER BY seq')).toEqual([
      { seq: headInterval },
      { seq: 2 * headInterval },
    ])
    expect(check(folder)).toMatchObject({ intact: true, entries: 2 * headInterval + 1, signed: 2 * headInterval })
    journal.close()
  })

  test('is made on demand once for the same end, and when the journal is closed', async () => {
    const { folder, journal } = await recorded(3)
    expect(journal.signHead(now + 5)).toMatchObject({ kiosk: 'kiosk-1', seq: 3, at: now + 5 })
    expect(journal.signHead(now + 6)).toBeNull()
    journal.recordScan(accepted, 'camera', now + 7)
    journal.close()
    expect(check(folder)).toMatchObject({ intact: true, signed: 4 })
  })

  test('of an empty journal is none', async () => {
    const { journal } = await recorded(0)
    expect(journal.signHead(now)).toBeNull()
    journal.close()
  })
})

describe('a check of a journal', () => {
  test('finds it cut short by the head beside it', async () => {
    const { folder, journal } = await recorded(8)
    journal.close()
    behindIts(folder, cutTo(5))
    expect(check(folder)).toEqual({ intact: false, seq: 6, why: 'truncated', torn: 0 })
  })

  test('finds an older copy of it put back, by a head on paper', async () => {
    const { folder, journal } = await recorded(5)
    journal.close()
    for (const name of ['journal.sqlite', 'heads.jsonl']) copyFileSync(join(folder, name), join(folder, `${name}.old`))
    const again = await openIn(folder)
    again.recordScan(accepted, 'camera', now + 10)
    const printed = again.signHead(now + 11)!
    again.close()
    expect(check(folder, [printed])).toMatchObject({ intact: true, signed: 6 })
    for (const name of ['journal.sqlite', 'heads.jsonl']) copyFileSync(join(folder, `${name}.old`), join(folder, name))
    expect(check(folder)).toMatchObject({ intact: true, entries: 5 })
    expect(check(folder, [printed])).toMatchObject({ intact: false, seq: 6, why: 'truncated' })
  })

  test('finds it written anew from some entry on, though its own chain holds', async () => {
    const { folder, journal } = await recorded(6)
    journal.close()
    behindIts(folder, cutTo(3))
    const forger = await openIn(folder)
    for (let count = 0; count < 6; count++) forger.recordScan(accepted, 'scanner', now + count)
    forger.close()
    expect(check(folder)).toMatchObject({ intact: false, seq: 6, why: 'not-as-signed' })
  })

  test('finds a head that the kiosk did not sign', async () => {
    const { folder, journal } = await recorded(6)
    journal.close()
    const file = join(folder, 'heads.jsonl')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"seq":6', '"seq":4'))
    expect(check(folder)).toMatchObject({ intact: false, seq: 4, why: 'head-forged' })
  })

  test('passes over a line that a power cut tore, counts it, and reads those after it', async () => {
    const { folder, journal } = await recorded(2)
    journal.signHead(now)
    appendFileSync(join(folder, 'heads.jsonl'), '\n{"kiosk":"kio')
    journal.recordScan(accepted, 'camera', now)
    journal.close()
    expect(check(folder)).toMatchObject({ intact: true, signed: 3, torn: 1 })
    behindIts(folder, cutTo(2))
    expect(check(folder)).toMatchObject({ intact: false, seq: 3, why: 'truncated', torn: 1 })
  })
})
