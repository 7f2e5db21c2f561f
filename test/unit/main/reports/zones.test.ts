/** Whatever zone the laptop believes it is in, a report says the time of the post. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { expect, test } from 'vitest'

const script = join(import.meta.dirname, 'write-in-zone.ts')

function writtenIn(zone: string): { offset: number; csv: string; jsonl: string; xlsx: string } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

const zones = ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York'] as const

test('every form is the same in every zone, to the byte', () => {
  const [utc, here, there] = zones.map(writtenIn)
  expect([utc?.offset, here?.offset, there?.offset]).toEqual([0, -480, 300])
  for (const form of ['csv', 'jsonl', 'xlsx'] as const) {
    expect(here?.[form]).toBe(utc?.[form])
    expect(there?.[form]).toBe(utc?.[form])
  }
  const book = read(here?.xlsx ?? '', { type: 'base64' })
  const rows = utils.sheet_to_json<string[]>(book.Sheets['Lượt'] ?? {}, { header: 1, raw: false })
  const times = ['29/11/2026 00:00:00', '29/11/2026 23:59:59', '08/03/2026 14:30:00', '01/01/1980 00:00:00']
  expect(rows.slice(1, -1).map((row) => row[3])).toEqual(times.flatMap((time) => [time, time]))
  expect(utc?.csv).toContain(',2026-11-29 23:59:59,2026-11-30 00:00:00,')
  expect(utc?.jsonl).toContain('"at":"2026-11-29T23:59:59+07:00","enteredAt":"2026-11-30T00:00:00+07:00"')
})
