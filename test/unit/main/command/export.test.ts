/** `chot export` and `chot export verify`, on a profile with a practice day. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { readProof } from '../../../../main/journal/chain/proof.ts'
import { Journal, readCrossings, readEntries } from '../../../../main/journal/index.ts'
import { fillPractice, practiceBegins } from '../../../../main/practice/index.ts'
import { defaultPolicy } from '../../../../main/trust/index.ts'
import type { ReportedCrossing } from '../../../../shared/domain/crossing/reported-crossing.ts'
import { emptyPlace } from '../../../fixtures/real-profile.ts'
import { signedByStranger } from '../../../fixtures/forged-proof.ts'
import { journalKey, keepSecret, secrets } from '../../../fixtures/secrets.ts'
import { crossingOf, recordedBy, why } from '../journal/crossing-of.ts'
import { pagesOf } from '../reports/read-pdf.ts'
import { runCommand, type Ran } from './run-command.ts'

const now = Date.parse('2026-11-29T10:00:00+07:00')
/** Yesterday, which the practice filled. */
const day = '2026-11-28'
const range = { from: Date.parse(`${day}T00:00:00+07:00`), to: Date.parse(`${day}T24:00:00+07:00`) }

let profile: string
let crossings: ReportedCrossing[]

function profileIn(folder: string, mode = 'practice'): string {
  const who = { kiosk: 'kiosk-1', name: 'Chốt Như Nguyệt', lane: '2', mode }
  writeFileSync(join(folder, 'checkpoint.json'), JSON.stringify(who))
  return keepSecret(folder)
}
const newPlace = (): string => mkdtempSync(join(tmpdir(), 'chot-export-'))
const openIn = (place: string): Promise<Journal> =>
  Journal.open({ folder: join(place, 'journal'), kiosk: 'kiosk-1', secrets, log: () => undefined })

beforeAll(async () => {
  profile = profileIn(newPlace())
  const journal = await openIn(profile)
  const practice = { days: 1, crossings: 150, seed: 7, now }
  journal.begin('practice', practiceBegins(practice))
  fillPractice(journal, practice, () => undefined)
  journal.close()
  crossings = [...readCrossings(join(profile, 'journal'), journalKey, range)].flat()
})

const run = (...words: string[]): Promise<Ran> => runCommand(['export', ...words, '--lang', 'en'], now)
const fileIn = (name: string): string => join(newPlace(), name)

/** Exports the practice day. */
async function exported(name: string, ...words: string[]): Promise<string> {
  const file = fileIn(name)
  const ran = await run('--profile', profile, '--from', day, '--to', day, '--out', file, ...words)
  expect(ran.status).toBe(0)
  return file
}

/** Rows as another program reads them from a file, by heading. */
const readers: Record<string, (file: string) => Record<string, string>[]> = {
  csv: (file) => parse(readFileSync(file), { bom: true, columns: true, record_delimiter: '\r\n' }),
  xlsx: (file) => {
    const book = read(readFileSync(file))
    const rows = utils.sheet_to_json<Record<string, string>>(book.Sheets['Crossings'] ?? {}, { raw: false, defval: '' })
    return rows.slice(0, -1)
  },
}

describe('chot export', () => {
  test.each(['csv', 'xlsx'])('writes every traveller of the day to %s, row by row', async (form) => {
    const file = await exported(`day.${form}`, '--identities', '--reason', 'Truy vết ca bệnh')
    const rows = readers[form]?.(file) ?? []
    const expected = crossings.flatMap(({ seq, crossing }) =>
      crossing.travellers.map(({ name, numbers }) => [String(seq), name ?? '', numbers.join(' / ')]),
    )
    expect(expected.length).toBeGreaterThan(150)
    expect(rows.map((row) => [row['Crossing'], row['Full name'], row['Identity numbers']])).toEqual(expected)
    const sum = (heading: string): number => rows.reduce((total, row) => total + Number(row[heading]), 0)
    expect([sum('Crossings'), sum('People')]).toEqual([crossings.length, expected.length])
    expect(new Set(rows.map((row) => row['Marking']))).toEqual(new Set(['PRACTICE, NOT REAL · INTERNAL USE ONLY']))
  })

  test('of a lane is what was recorded there, and one where the kiosk never stood is refused by those where it did', async () => {
    const file = await exported('lane.jsonl', '--lane', 'làn 2')
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(await exported('all.jsonl'), 'utf8'))
    await expect(exported('none.jsonl', '--lane', '7')).rejects.toThrow(/--lane.*: 2$/)
  })

  test('writes the same rows to JSON Lines, by codes', async () => {
    const lines = readFileSync(await exported('day.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
    const rows = lines.map((line): Record<string, unknown> => JSON.parse(line))
    expect(rows.map(({ crossing, decision }) => [crossing, decision])).toEqual(
      crossings.flatMap(({ seq, crossing }) => crossing.travellers.map(() => [String(seq), crossing.decision])),
    )
  })

  test('names nobody unless it is asked to', async () => {
    const text = readFileSync(await exported('day.csv'), 'utf8')
    const names = crossings.flatMap(({ crossing }) =>
      crossing.travellers.flatMap(({ name, numbers }) => [name, ...numbers]),
    )
    expect(names.filter((name) => name !== null && text.includes(name))).toEqual([])
  })

  test('says what it did, in the journal too, with the file’s hash', async () => {
    const file = fileIn('day.csv')
    const { printed } = await run('--profile', profile, '--from', day, '--to', day, '--out', file)
    expect(printed).toMatch(
      /^PRACTICE: .*\nWrote .*day\.csv: \d+ crossings, \d+ people\. Its proof is .*day\.csv\.chot\.json \(entry \d+/,
    )
    const entry = [...readEntries(join(profile, 'journal'), journalKey)].findLast(
      ({ entry: { kind } }) => kind === 'access.exported',
    )
    const { createHash } = await import('node:crypto')
    expect(JSON.parse(entry?.payload ?? '')).toMatchObject({
      entries: crossings.length,
      report: {
        ...range,
        sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
        identities: false,
        mode: 'practice',
      },
    })
  })

  test('stands in the journal’s lines as what it was', async () => {
    await exported('day.csv', '--identities', '--reason', 'Truy vết ca bệnh')
    const { printed } = await runCommand(['journal', 'tail', '-n', '1', '--profile', profile, '--lang', 'en'], now)
    expect(printed).toMatch(/ · Read or written out · csv, \d+ crossings, identities written out · Truy vết ca bệnh\n$/)
    // Whoever asks who looked at whom is told why as well.
    const looked = await runCommand(['journal', 'access', '--profile', profile, '--lang', 'en'], now)
    expect(looked.printed).toMatch(/ · wrote out \d+ entries or lines · Truy vết ca bệnh$/m)
  })

  test('writes over nothing, and leaves nothing behind where it may not write', async () => {
    const file = fileIn('day.csv')
    writeFileSync(file, 'theirs')
    await expect(run('--profile', profile, '--out', file)).rejects.toThrow('is there already')
    expect(readFileSync(file, 'utf8')).toBe('theirs')
    await expect(run('--profile', profile, '--out', join(emptyPlace(), 'no', 'day.csv'))).rejects.toThrow('ENOENT')
  })

  test('wants the kiosk closed, for the journal is to say so', async () => {
    const journal = await openIn(profile)
    const file = fileIn('day.csv')
    await expect(run('--profile', profile, '--out', file)).rejects.toThrow('Chốt is open on this computer')
    expect(existsSync(file)).toBe(false)
    journal.close()
  })

  test.each([
    [['--out', 'a.csv', '--identities'], '--identities wants --reason'],
    [['--out', 'a.csv', '--identities', '--reason', '  '], '--identities wants --reason'],
    [['--out', 'a.pdf', '--identities', '--reason', 'a'], 'names nobody without --appendix'],
    [['--out', 'a.ods'], 'end the name in .xlsx'],
    [['--out', 'a.csv', '--format', 'ods'], '--format takes'],
    [['--out', 'a.pdf', '--format', 'csv'], 'ends in .pdf, and --format says csv'],
    [['--out', 'a.csv', '--from', '2026-02-30'], '--from takes a day'],
    [['--out', 'a.csv', '--from', '30/11/2026'], '--from takes a day'],
    [['--out', 'a.csv', '--from', '2026-11-30', '--to', '2026-11-29'], '--from must be before --to'],
    [[], '--out FILE is missing'],
  ])('%j is wrong usage', async (words, sentence) => {
    await expect(run('--profile', profile, ...words)).rejects.toThrow(sentence)
  })
})

describe('chot export to paper', () => {
  const linesIn = (file: string): string[] =>
    pagesOf(readFileSync(file))
      .flat()
      .map(({ text }) => text)

  test('has the totals of the day, and a list only where that is asked for', async () => {
    const people = crossings.reduce((sum, { crossing }) => sum + crossing.travellers.length, 0)
    const plain = linesIn(await exported('day.pdf'))
    expect(plain.join(' ')).toContain(`đã kiểm soát ${crossings.length} lượt với ${people} người`)
    expect(plain).not.toContain('Phụ lục')
    const named = linesIn(await exported('day.pdf', '--appendix', '--identities', '--reason', 'Truy vết ca bệnh'))
    expect(named).toContain('Phụ lục')
    expect(named).toContain('TẬP HUẤN, KHÔNG CÓ THẬT · LƯU HÀNH NỘI BỘ')
    expect(named.join(' ')).toContain(crossings[0]?.crossing.travellers[0]?.name)
  })

  test('has the head that the policy gives it', async () => {
    const place = profileIn(newPlace())
    const journal = await openIn(place)
    recordedBy(journal, crossingOf(), now)
    journal.close()
    const trust = join(place, 'trust')
    mkdirSync(trust)
    writeFileSync(join(trust, 'keys.json'), JSON.stringify({ mode: 'practice', keys: [] }))
    const letterhead = { parentBody: 'Ủy ban nhân dân tỉnh Bắc Ninh', symbol: 'CNN', addressees: ['Ban Chỉ đạo tỉnh'] }
    writeFileSync(join(trust, 'policy.json'), JSON.stringify({ ...defaultPolicy, letterhead }))
    const file = fileIn('day.pdf')
    await run('--profile', place, '--out', file)
    const lines = linesIn(file)
    expect(lines).toEqual(expect.arrayContaining(['TỈNH BẮC NINH', 'CHỐT NHƯ NGUYỆT', 'Kính gửi: Ban Chỉ đạo tỉnh']))
    expect(lines.some((text) => /^Số: +\/BC-CNN$/.test(text))).toBe(true)
  })
})

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
    expect((await run('verify', file, '--profile', place)).printed).toContain('1 crossings more, 1 corrected or voided')
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
