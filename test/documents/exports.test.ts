/** Each export of a day, read by LibreOffice and held row by row against JSON Lines, in three zones. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { chot, crossings, given, practiceDay, zones } from './a-day.ts'
import { ask } from './tools.ts'

let day: { folder: string; profile: string }
beforeAll(() => {
  day = practiceDay()
})

/** A spreadsheet's first sheet as LibreOffice writes it in CSV: UTF-8, commas, every text in quotation marks, as shown. */
function asSheet(file: string): string[][] {
  const out = join(day.folder, 'read')
  const settings = `-env:UserInstallation=file://${join(day.folder, 'office')}`
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false'
  ask('soffice', [settings, '--headless', '--convert-to', filter, '--outdir', out, file], {
    ...process.env,
    LC_ALL: 'C.UTF-8',
  })
  const read = readFileSync(join(out, `${basename(file).replace(/\.\w+$/, '')}.csv`), 'utf8')
  return parse(read, { bom: true, relax_column_count: true })
}

const rowsOf = (file: string): Record<string, unknown>[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line))

/** `2026-11-28T07:42:10+07:00` as CSV has it; a figure as its digits, null as nothing. */
const shown = (value: unknown): string =>
  typeof value === 'string'
    ? value.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?\+07:00$/, '$1 $2')
    : typeof value === 'number'
      ? value.toString()
      : ''

/** What is the same in every form: who, when, which and how many. */
const compared = ['at', 'plate', 'name', 'crossing', 'crossings', 'people'] as const

describe.each(zones)('in %s', (zone) => {
  test('workbook, CSV and JSON Lines have the same rows, in their order, as LibreOffice reads them', () => {
    const lines = rowsOf(given(day, zone, 'day.jsonl')).filter((row) => 'crossing' in row)
    const csv = parse(readFileSync(given(day, zone, 'day.csv')), { bom: true, relax_column_count: true })
    const sheet = asSheet(given(day, zone, 'day.xlsx'))
    const [heading = []] = sheet
    expect(csv[0]).toEqual(heading)
    const keys = Object.keys(lines[0] ?? {})
    expect(keys.length).toBe(heading.length)
    for (const [index, row] of lines.entries())
      for (const key of compared) {
        const column = keys.indexOf(key)
        const wanted = shown(row[key])
        const [inCsv = '', inSheet = ''] = [csv[index + 1]?.[column], sheet[index + 1]?.[column]]
        // In CSV an apostrophe keeps a text from being a formula.
        expect([index, key, inCsv.replace(/^'/, '')]).toEqual([index, key, wanted])
        expect([index, key, yearFirst(inSheet)]).toEqual([index, key, wanted])
      }
    expect(lines.reduce((sum, row) => sum + Number(row['crossings']), 0)).toBeGreaterThan(crossings * 0.9)
  })
})

/** As LibreOffice shows a time in a land of no name, month first, back to the order of the others. */
const yearFirst = (text: string): string =>
  text.replace(/^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}:\d{2}:\d{2})$/, '$3-$1-$2 $4')

test('the zone of the laptop changes no cell', () => {
  const sums = zones.map((zone) =>
    createHash('sha256')
      .update(readFileSync(given(day, zone, 'again.csv')))
      .digest('hex'),
  )
  expect(new Set(sums).size).toBe(1)
})

test.each(['xlsx', 'csv', 'jsonl', 'pdf'])('one changed byte of a .%s is noticed', (ending) => {
  const file = given(day, 'UTC', `changed.${ending}`)
  expect(chot('UTC', 'export', 'verify', file, '--profile', day.profile).status).toBe(0)
  const bytes = readFileSync(file)
  const at = Math.floor(bytes.length / 2)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
  const answer = chot('UTC', 'export', 'verify', file, '--profile', day.profile)
  expect(answer.status).toBe(1)
  expect(answer.said).toContain('CHANGED')
})
