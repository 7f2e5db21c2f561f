/** docs/bounds.md has every bound, and each stands beside its reason. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../../main/setup/node24.mjs'

interface Bound {
  file: string
  name: string
  /** Whether a comment stands above it, or above the constants that it stands among. */
  reasoned: boolean
}

const declared = /^(?:export )?const ((?:most|longest|largest|deepest)(?:[A-Z]\w*)?)(?:: number)? = (?!.*=>)/

function boundsOf(file: string): Bound[] {
  const lines = readFileSync(join(root, file), 'utf8').split('\n')
  return lines.flatMap((line, at) => {
    const name = declared.exec(line)?.[1]
    if (name === undefined) return []
    const above = lines.slice(0, at)
    const group = above.slice(above.lastIndexOf('') + 1)
    return [{ file, name, reasoned: group.some((each) => /\*\/$|^\/\//.test(each)) }]
  })
}

const files = ['shared', 'main', 'hub', 'authority'].flatMap((folder) =>
  globSync(`${folder}/**/*.ts`, { cwd: root, exclude: (name) => name === 'node_modules' }),
)
const bounds = files.map((file) => file.replaceAll('\\', '/')).flatMap(boundsOf)

test('every bound is in the list, and nothing else is', () => {
  const page = readFileSync(join(root, 'docs', 'bounds.md'), 'utf8')
  const list = page.slice(page.indexOf('## Every bound')).matchAll(/^\| `([^`]+)`\s*\| (.*) \|$/gm)
  const listed = [...list].flatMap(([, file, names = '']) =>
    [...names.matchAll(/`(\w+)`/g)].map(([, name]) => `${file} ${name}`),
  )
  expect(listed.toSorted()).toEqual(bounds.map(({ file, name }) => `${file} ${name}`).toSorted())
})

test('every bound has its reason above it', () => {
  expect(bounds.length).toBeGreaterThan(200)
  expect(bounds.filter(({ reasoned }) => !reasoned)).toEqual([])
})
