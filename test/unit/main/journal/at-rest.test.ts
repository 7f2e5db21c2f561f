/** docs/at-rest.md promises nothing without a test that shows it. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../../../main/setup/node24.mjs'

/** Rows of the tables under a heading that name a test, or should: what is promised, and the named tests by their files. */
interface Promised {
  promise: string
  tests: { file: string; title: string }[]
}

function promises(): Promised[] {
  const page = readFileSync(join(root, 'docs', 'at-rest.md'), 'utf8')
  const section = page.slice(page.indexOf('## What this protects from'), page.indexOf('## What it does not protect'))
  const rows = section.split('\n').filter((line) => line.startsWith('|') && !/^\| (somebody|-+)/.test(line))
  return rows.map((row) => {
    const cells = row.split('|').map((cell) => cell.trim())
    let file = ''
    const named = [...(cells.at(-2) ?? '').matchAll(/`([^`]+\.test\.ts)`|"([^"]+)"/g)]
    const tests = named.flatMap(([, inFile, title]) => {
      if (inFile !== undefined) file = inFile
      return title === undefined ? [] : [{ file, title }]
    })
    return { promise: cells[1] ?? '', tests }
  })
}

const tested = join(root, 'test', 'unit', 'main')
const sources = new Map(
  globSync('**/*.test.ts', { cwd: tested }).map((file) => [
    file.replaceAll('\\', '/'),
    readFileSync(join(tested, file), 'utf8'),
  ]),
)

describe('what docs/at-rest.md promises against somebody who', () => {
  test('has a row for each who', () => expect(promises().length).toBeGreaterThan(12))

  test.each(promises())('$promise is shown by tests that there are', ({ tests }) => {
    expect(tests).not.toEqual([])
    for (const { file, title } of tests)
      expect([file, title, sources.get(file)?.includes(`'${title}'`)]).toEqual([file, title, true])
  })
})
