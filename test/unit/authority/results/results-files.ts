/** Results files for tests, and what is made of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { Failure } from '../../../../main/terminal/index.ts'
import { faultText } from '../../../../authority/results/result/faults.ts'
import { saidIn } from '../../../../authority/results/result/said.ts'
import { understandResults, type Reading } from '../../../../authority/results/understand.ts'

/** The clock of these tests. */
export const now = Date.parse('2026-11-28T08:00:00+07:00')

const usual: Reading = {
  sheet: null,
  ignore: [],
  dateOrder: null,
  zone: '+07:00',
  centre: 'CDC',
  country: 'VN',
  now,
}

/** What a file says, a line each: `dòng name | birth date | sample time`, or what is wrong with it. */
export async function understood(content: string | Uint8Array, reading: Partial<Reading> = {}): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chot-results-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'results')
  writeFileSync(file, content)
  try {
    const answer = await understandResults(file, { ...usual, ...reading })
    if (answer.ok)
      return answer.results.map(({ place, result: { name, birthDate, sampled } }) => {
        const full = `${name.family.written} ${name.given.written}`.trim()
        return `${place.number} ${full} | ${birthDate} | ${sampled.text}`
      })
    const faults = answer.faults.map(({ place, fault }) => faultText(place, fault, 'en'))
    return [...answer.problems.map((problem) => saidIn('en', problem)), ...faults]
  } catch (error) {
    if (error instanceof Failure) return [error.in('en')]
    throw error
  }
}

export const heading = ['Họ và tên', 'Ngày sinh', 'Thời điểm lấy mẫu', 'Phương pháp', 'Kết quả']
export const line = ['Đặng Thị Mẫu', '17/05/1990', '27/11/2026 07:30', 'RT-PCR', 'Âm tính']
export const meant = 'Đặng Thị Mẫu | 1990-05-17 | 2026-11-27T07:30:00+07:00'

/** A table as CSV, its cells as they are. */
export const csv = (...lines: string[][]): string => lines.map((cells) => cells.join(',')).join('\n')
