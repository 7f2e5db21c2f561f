/** `chot export`, on a profile with a practice day. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCrossings, readEntries } from '../../../../main/journal/index.ts'
import { defaultPolicy } from '../../../../main/trust/index.ts'
import type { ReportedCrossing } from '../../../../shared/domain/crossing/reported-crossing.ts'
import { emptyPlace } from '../../../fixtures/real-profile.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { crossingOf, recordedBy } from '../journal/crossing-of.ts'
import { pagesOf } from '../reports/read-pdf.ts'
import { runCommand } from './run-command.ts'
import { day, exportedFrom, fileIn, newPlace, now, openIn, practised, profileIn, run } from './exported-day.ts'

const range = { from: Date.parse(`${day}T00:00:00+07:00`), to: Date.parse(`${day}T24:00:00+07:00`) }

let profile: string
let crossings: ReportedCrossing[]

beforeAll(async () => {
  profile = await practised()
  crossings = [...readCrossings(join(profile, 'journal'), journalKey, range)].flat()
})

const exported = (name: string, ...words: string[]): Promise<string> => exportedFrom(profile, name, ...words)

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
