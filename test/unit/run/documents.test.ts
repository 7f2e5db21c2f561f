/** What the documents name is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chot } from '../../../main/command/commands.ts'
import { root } from '../../../main/setup/node24.mjs'

const documents = ['README.md', 'CONTRIBUTING.md', 'hub/README.md']

/** Files and folders of the checkout, as a document writes them: `shared/rules/policies`. */
function named(document: string): string[] {
  const text = readFileSync(join(root, document), 'utf8')
  const code = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, quoted = '']) => quoted.split(/[\s:]+/))
  const links = [...text.matchAll(/\]\(([^)\s#]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !link.includes(':'))
  const inside = code.filter((word) =>
    /^(?:shared|main|renderer|authority|hub|test|docs|resources)\/[\w./-]+$/.test(word),
  )
  return [...new Set([...inside, ...links.map((link) => join(document, '..', link))])]
}

describe.each(documents)('%s', (document) => {
  test.each(named(document))('names %s, which is there', (path) => expect(existsSync(join(root, path))).toBe(true))
})

test('a new finding code is told where it goes', () => {
  const folder = 'shared/domain/finding/codes/'
  expect(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')).toContain(folder)
  expect(existsSync(join(root, folder))).toBe(true)
})

test('every command of the page for IT is one', () => {
  const page = readFileSync(join(root, 'docs/setting-up.md'), 'utf8')
  const told = [...page.matchAll(/`(?:npx )?chot ([a-z -]+?)(?= --|`| [A-Z…])/g)].map(([, name = '']) => name.trim())
  expect(told.length).toBeGreaterThan(10)
  const unknown = told.filter(
    (name) => name !== 'help set-up' && !chot.commands.has(name) && !chot.commands.has(`trust ${name}`),
  )
  expect(unknown).toEqual([])
})
