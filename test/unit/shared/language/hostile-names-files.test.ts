/** The same hostile names in a file that is given out. */
import { describe, expect, it } from 'vitest'
import { traceCsv } from '../../../../renderer/screens/records/trace/trace-csv.ts'
import { besideIsolates, harmful, hostileNames } from '../../../fixtures/hostile-names.ts'
import * as records from '../../renderer/records/recorded.ts'

/** The cells of CSV, as a spreadsheet splits them that ends cells at `separator`. */
function cellsOf(csv: string, separator: ',' | ';'): string[][] {
  return csv.split('\r\n').map((row) => {
    const cells: string[] = []
    let [cell, quoted] = ['', false]
    for (let at = 0; at < row.length; at++) {
      const sign = row[at]!
      if (quoted && sign === '"' && row[at + 1] === '"') {
        cell += sign
        at++
      } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
      else if (sign === separator && !quoted) {
        cells.push(cell)
        cell = ''
      } else cell += sign
    }
    return [...cells, cell]
  })
}

describe('the file of a trace', () => {
  const traced = (name: string) => records.aTraceLine({ plate: name, name, birthDate: name, numbers: [name, name] })
  const made = (name: string): string => traceCsv({ lines: [traced(name)], more: false }, 'real')

  it.each(hostileNames)('holds a name that %s in one cell of one line', (_attempt, name) => {
    const csv = made(name)
    expect(besideIsolates(csv.slice(1))).not.toMatch(
      new RegExp(harmful.source.replace('\\u000B-\\u001F', '\\u000B\\u000C\\u000E-\\u001F'), 'u'),
    )
    const rows = cellsOf(csv, ',')
    expect(rows.map((cells) => cells.length)).toEqual([11, 11, 1])
  })

  it.each(hostileNames)('is no formula to any spreadsheet: %s', (_attempt, name) => {
    for (const separator of [',', ';'] as const)
      for (const cell of cellsOf(made(name), separator).flat())
        expect(cell.trim()).not.toMatch(/^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/)
  })
})
