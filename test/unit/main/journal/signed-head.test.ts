import { appendFileSync, copyFileSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readHeads } from '../../../../main/journal/vouched/head-file.ts'
import { Journal } from '../../../../main/journal/index.ts'
import { kioskKeyFrom, publicTextOf } from '../../../../main/journal/chain/kiosk-keys.ts'
import { headHolds, headInterval, signHead } from '../../../../main/journal/vouched/signed-head.ts'
import { journalKey, kioskSeed, secrets } from '../../../fixtures/secrets.ts'
import { accepted, now } from '../../../fixtures/verdicts.ts'
import { behindIts, check, newFolder, openIn } from './journal-in.ts'

const kioskKey = { number: 1, key: kioskKeyFrom(kioskSeed) }
const publicKey = publicTextOf(kioskKey.key)

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
    expect(headHolds(publicKey, head)).toBe(true)
    expect(headHolds(publicTextOf(kioskKeyFrom(journalKey)), head)).toBe(false)
    for (const change of [{ kiosk: 'kiosk-2' }, { seq: 8 }, { at: now + 1 }, { hash: 'b'.repeat(64) }])
      expect(headHolds(publicKey, { ...head, ...change })).toBe(false)
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
    expect(check(folder).discords).toContainEqual({ seq: 6, why: 'truncated' })
  })

  test('finds an older copy of it put back, by a head on paper', async () => {
    const { folder, journal } = await recorded(5)
    journal.close()
    for (const name of ['journal.sqlite', 'heads.jsonl']) copyFileSync(join(folder, name), join(folder, `${name}.old`))
    copyFileSync(`${folder}.end`, `${folder}.end.old`)
    const again = await openIn(folder)
    again.recordScan(accepted, 'camera', now + 10)
    const printed = again.signHead(now + 11)!
    again.close()
    expect(check(folder, { shown: [printed] })).toMatchObject({ intact: true, signed: 6 })
    // With the mark of then, as it is in an older copy of the whole profile.
    for (const name of ['journal.sqlite', 'heads.jsonl']) copyFileSync(join(folder, `${name}.old`), join(folder, name))
    copyFileSync(`${folder}.end.old`, `${folder}.end`)
    expect(check(folder)).toMatchObject({ intact: true, entries: 5 })
    expect(check(folder, { shown: [printed] }).discords).toEqual([{ seq: 6, why: 'truncated' }])
  })

  test('finds it written anew from some entry on, though its own chain holds', async () => {
    const { folder, journal } = await recorded(6)
    journal.close()
    behindIts(folder, cutTo(3))
    const forger = await openIn(folder)
    for (let count = 0; count < 6; count++) forger.recordScan(accepted, 'scanner', now + count)
    forger.close()
    expect(check(folder).discords[0]).toEqual({ seq: 6, why: 'not-as-signed' })
  })

  test('finds a head that the kiosk did not sign', async () => {
    const { folder, journal } = await recorded(6)
    journal.close()
    const file = join(folder, 'heads.jsonl')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"seq":6', '"seq":4'))
    expect(check(folder).discords[0]).toEqual({ seq: 4, why: 'head-forged' })
  })

  test.each(['{"kiosk":"kio', '\0'.repeat(300)])(
    'passes over what a power cut leaves of the last line, and the next opening takes it off: %j',
    async (torn) => {
      const { folder, journal } = await recorded(2)
      journal.close()
      appendFileSync(join(folder, 'heads.jsonl'), torn)
      expect(check(folder)).toMatchObject({ intact: true, signed: 2 })
      const again = await openIn(folder)
      again.recordScan(accepted, 'camera', now)
      again.close()
      expect(readFileSync(join(folder, 'heads.jsonl'), 'utf8')).toMatch(/^(\{"kiosk":[^\n]*\}\n){2}$/)
      expect(check(folder)).toMatchObject({ intact: true, signed: 3 })
    },
  )

  test.each([
    ['the last', -1],
    ['another', 0],
  ])(
    'finds %s line of heads.jsonl damaged, which no power cut does, until a rebuild writes it again',
    async (_, line) => {
      const { folder, journal } = await recorded(3 * headInterval)
      journal.close()
      const file = join(folder, 'heads.jsonl')
      const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
      writeFileSync(file, `${lines.with(line, 'x'.repeat(250)).join('\n')}\n`)
      expect(check(folder).discords).toContainEqual({ why: 'heads-damaged', seq: 1 })
      const again = await openIn(folder)
      again.rebuild()
      again.close()
      expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toEqual(lines)
      expect(check(folder).discords).toEqual([])
    },
  )

  test('finds a head that heads.jsonl has lost', async () => {
    const { folder, journal } = await recorded(3 * headInterval)
    journal.close()
    const file = join(folder, 'heads.jsonl')
    writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd().split('\n').toSpliced(1, 1).join('\n')}\n`)
    expect(check(folder).discords).toEqual([{ why: 'head-lost', seq: 2 * headInterval }])
  })

  test('wants no head that the disk has only not taken yet: it is written with the next, and said', async () => {
    const folder = newFolder()
    const said: string[] = []
    const open = () => Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: (line) => said.push(line) })
    const heads = () => readHeads(folder).heads.map(({ seq }) => seq)
    const file = join(folder, 'heads.jsonl')
    mkdirSync(file)
    const journal = await open()
    expect(said.splice(0)).toEqual([expect.stringContaining('heads.jsonl was not opened')])
    journal.recordScan(accepted, 'camera', now)
    expect(journal.signHead(now)).not.toBeNull()
    expect(said.splice(0)).toEqual([expect.stringContaining('heads.jsonl did not take a head')])
    rmdirSync(file)
    expect(check(folder).discords).toEqual([])
    journal.recordScan(accepted, 'camera', now + 1)
    journal.signHead(now + 1)
    expect(heads()).toEqual([1, 2])
    expect(said.splice(0)).toEqual([expect.stringContaining('1 heads that it did not take before')])
    journal.close()
    rmSync(file)
    ;(await open()).close()
    expect(heads()).toEqual([1, 2])
  })
})
