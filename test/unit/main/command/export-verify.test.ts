/** `chot export verify`, on files of a practice day. */
import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readProof } from '../../../../main/journal/chain/proof.ts'
import { Journal } from '../../../../main/journal/index.ts'
import { signedByStranger } from '../../../fixtures/forged-proof.ts'
import { secrets } from '../../../fixtures/secrets.ts'
import { crossingOf, recordedBy, why } from '../journal/crossing-of.ts'
import { exportedFrom, fileIn, newPlace, now, openIn, practised, profileIn, run } from './exported-day.ts'

let profile: string

beforeAll(async () => {
  profile = await practised()
})

const exported = (name: string): Promise<string> => exportedFrom(profile, name)

describe('chot export verify', () => {
  test.each(['csv', 'xlsx', 'jsonl', 'pdf'])(
    'notices any byte of a %s that changed, and none that did not',
    async (form) => {
      const file = await exported(`day.${form}`)
      const fine = await run('verify', file, '--profile', profile)
      expect([fine.status, fine.printed]).toEqual([0, expect.stringMatching(/^PRACTICE: .*\nUNCHANGED: /)])
      expect(fine.printed).toContain('Of Chốt Như Nguyệt, lane 2, kiosk kiosk-1; given out by: nobody named')
      expect(fine.printed).toMatch(/has that very entry\. .* 0 crossings more, 0 corrected or voided\.\n$/)
      const bytes = readFileSync(file)
      for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
        const altered = Buffer.from(bytes)
        altered[at]! ^= 1
        writeFileSync(file, altered)
        expect(await run('verify', file, '--profile', profile)).toMatchObject({
          status: 1,
          printed: expect.stringContaining('CHANGED: '),
        })
      }
      writeFileSync(file, bytes.subarray(0, -1))
      expect(await run('verify', file, '--profile', profile)).toMatchObject({ status: 1 })
    },
  )

  test('believes no proof that was changed to fit', async () => {
    const file = await exported('day.csv')
    const sidecar = `${file}.chot.json`
    writeFileSync(sidecar, readFileSync(sidecar, 'utf8').replace(/\\"people\\":\d+/, String.raw`\"people\":1`))
    const { status, printed } = await run('verify', file, '--profile', profile)
    expect([status, printed]).toEqual([1, expect.stringMatching(/^NOT TO BE BELIEVED: /)])
  })

  test('leaves a report to be checked of another kiosk, and where there is no journal, by the key that signed it', async () => {
    const file = await exported('day.csv')
    const other = newPlace()
    const checked = /TO BE CHECKED: .*\nSays that it is of Chốt Như Nguyệt, .*The key that signed it: [\w-]{43};/s
    expect(await run('verify', file, '--profile', profileIn(other))).toMatchObject({
      status: 2,
      printed: expect.stringMatching(checked),
    })
    const journal = await Journal.open({
      folder: join(other, 'journal'),
      kiosk: 'kiosk-2',
      secrets,
      log: () => undefined,
    })
    recordedBy(journal, crossingOf(), now)
    journal.close()
    expect(await run('verify', file, '--profile', other)).toMatchObject({
      status: 2,
      printed: expect.stringMatching(checked),
    })
  })

  test('does not believe a forged file with a proof that somebody else signed, least of all as this kiosk’s own', async () => {
    const file = await exported('day.csv')
    const forged = fileIn('forged.csv')
    const text = `${readFileSync(file, 'utf8')}one more\r\n`
    writeFileSync(forged, text)
    const proof = readProof(readFileSync(`${file}.chot.json`, 'utf8'))!
    writeFileSync(`${forged}.chot.json`, JSON.stringify(signedByStranger(proof, text)))
    const here = await run('verify', forged, '--profile', profile)
    expect([here.status, here.printed]).toEqual([1, expect.stringMatching(/NOT TO BE BELIEVED: .*no such entry/)])
    expect(here.printed).not.toContain('UNCHANGED')
    const elsewhere = await run('verify', forged, '--profile', newPlace())
    expect([elsewhere.status, elsewhere.printed]).toEqual([2, expect.stringContaining('anybody can make such a proof')])
  })

  test('tells what was corrected since', async () => {
    const place = profileIn(newPlace())
    const journal = await openIn(place)
    const seq = recordedBy(journal, crossingOf(), now)
    journal.close()
    const file = fileIn('day.csv')
    await run('--profile', place, '--out', file)
    const later = await openIn(place)
    later.voidCrossing(seq, { undone: false, why }, now + 1)
    recordedBy(later, crossingOf(), now + 2)
    later.close()
    expect((await run('verify', file, '--profile', place)).printed).toContain('1 crossing more, 1 corrected or voided')
  })

  test('asks for the proof where it is not there, or is something else', async () => {
    const file = fileIn('day.csv')
    writeFileSync(file, 'a')
    await expect(run('verify', file)).rejects.toThrow('is not there, or is no proof')
    writeFileSync(`${file}.chot.json`, '{}')
    await expect(run('verify', file)).rejects.toThrow('is not there, or is no proof')
    expect(readdirSync(join(file, '..')).length).toBe(2)
  })

  // On Windows a file of that length would be written.
  test.skipIf(process.platform === 'win32')('reads no file that has no proof, however long it is', async () => {
    const file = fileIn('day.csv')
    writeFileSync(file, '')
    truncateSync(file, 2 ** 36)
    await expect(run('verify', file)).rejects.toThrow('is not there, or is no proof')
  })
})
