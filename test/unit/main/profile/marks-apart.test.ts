/**
 * How far each journal had come is kept in this user's settings by the journal, not by the computer: a second profile, a new
 * one in the place of an old, or a practice one gives no false alarm, and the first still gives a true one.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openProfileJournal } from '../../../../main/profile/index.ts'
import { secrets } from '../../../fixtures/secrets.ts'
import { accepted, now } from '../../../fixtures/verdicts.ts'

/** Two signed heads. */
const long = 230

/** Profiles of one user of one laptop. */
function laptop() {
  const home = mkdtempSync(join(tmpdir(), 'chot-marks-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const ends = join(home, 'ends')
  const place = (name: string): string => join(home, name)
  /** Makes or opens one, records so many scans, and closes it. @returns why its journal is in doubt */
  async function works(name: string, mode: 'real' | 'practice', scans: number): Promise<string[]> {
    const profile = place(name)
    mkdirSync(profile, { recursive: true })
    // One kiosk of one name: what tells them apart is the journal itself.
    const checkpoint = { kiosk: 'kiosk-1', name: 'Chốt Km 98', lane: '1', mode }
    writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(checkpoint))
    const { journal } = await openProfileJournal(profile, { secrets, now: () => now, log: () => undefined, ends })
    for (let count = 0; count < scans; count++) journal.recordScan(accepted, 'camera', now + count)
    const doubts = journal.doubts.map(({ why }) => why)
    journal.close()
    return doubts
  }
  const marks = (): number => (existsSync(ends) ? readdirSync(ends).length : 0)
  return { place, works, marks }
}

test('a second profile of the same kiosk is not behind the first, whichever came further', async () => {
  const { works, marks } = laptop()
  expect(await works('first', 'real', long)).toEqual([])
  expect(await works('second', 'real', 3)).toEqual([])
  expect(await works('first', 'real', 1)).toEqual([])
  expect(await works('second', 'real', 1)).toEqual([])
  expect(marks()).toBe(2)
})

test('a new profile in the place of one that is gone begins anew, and that is no doubt', async () => {
  const { place, works } = laptop()
  await works('post', 'real', long)
  rmSync(place('post'), { recursive: true })
  expect(await works('post', 'real', 3)).toEqual([])
  expect(await works('post', 'real', 1)).toEqual([])
})

test('a practice profile keeps no mark, and gives none of the others’ away', async () => {
  const { works, marks } = laptop()
  expect(await works('practice', 'practice', long)).toEqual([])
  expect(marks()).toBe(0)
  await works('post', 'real', 3)
  expect(await works('practice', 'practice', 1)).toEqual([])
  expect(await works('post', 'real', 1)).toEqual([])
  expect(marks()).toBe(1)
})

test('a profile that is put back whole is told all the same, beside others that went on', async () => {
  const { place, works } = laptop()
  await works('post', 'real', 3)
  cpSync(place('post'), place('copy'), { recursive: true })
  await works('post', 'real', long)
  await works('other', 'real', 3)
  rmSync(place('post'), { recursive: true })
  cpSync(place('copy'), place('post'), { recursive: true })
  expect(await works('post', 'real', 0)).toEqual(['cut-off-far'])
  expect(await works('other', 'real', 1)).toEqual([])
})
