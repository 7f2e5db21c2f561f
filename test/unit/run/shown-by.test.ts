/** What the documents say is shown by a test is: each row of such a table names tests, and they are there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../../main/setup/node24.mjs'

/** Each with how many rows it has at least, lest a table be passed over unread. */
const documents: [string, number][] = [
  ['docs/at-rest.md', 34],
  ['docs/attacks.md', 54],
  ['docs/bounds.md', 22],
]

/** A row of a table whose last column says what shows it: its first cell, and the named tests by their files. */
interface Row {
  said: string
  tests: { file: string; title: string }[]
}

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

function rowsOf(document: string): Row[] {
  const lines = readFileSync(join(root, document), 'utf8').split('\n')
  let shown = false
  let file = ''
  return lines.flatMap((line, at) => {
    if (!line.startsWith('|')) shown = false
    else if (lines[at - 1]?.startsWith('|') !== true) {
      shown = cellsOf(line).at(-1) === 'shown by'
      return []
    }
    if (!shown || line.startsWith('| -')) return []
    const cells = cellsOf(line)
    // What is not promised needs no test.
    if (cells.at(-1)?.startsWith('not held against')) return []
    const named = [...(cells.at(-1) ?? '').matchAll(/`([^`]+\.(?:test|spec)\.ts)`|"([^"]+)"/g)]
    const tests = named.flatMap(([, inFile, title]) => {
      if (inFile !== undefined) file = inFile.startsWith('test/') ? inFile : `test/unit/main/${inFile}`
      return title === undefined ? [] : [{ file, title }]
    })
    return [{ said: cells[0] ?? '', tests }]
  })
}

const sourceOf = (file: string): string => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '')

describe.each(documents)('%s', (document, least) => {
  const rows = rowsOf(document)

  test('has its rows', () => expect(rows.length).toBeGreaterThanOrEqual(least))

  test.each(rows)('$said is shown by tests that there are', ({ tests }) => {
    expect(tests).not.toEqual([])
    for (const { file, title } of tests) {
      const there = ["'", '`'].some((mark) => sourceOf(file).includes(`${mark}${title}${mark}`))
      expect([file, title, there]).toEqual([file, title, true])
    }
  })
})
