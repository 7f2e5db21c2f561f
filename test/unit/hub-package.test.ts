/** The hub is a package of its own: a checkpoint neither installs nor packs any of it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../main/setup/node24.mjs'

interface Package {
  name: string
  workspaces?: string[]
  [kind: string]: unknown
}

const read = (...path: string[]): Package => JSON.parse(readFileSync(join(root, ...path), 'utf8'))

const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']
const needed = (of: Package): string[] => kinds.flatMap((kind) => Object.keys(of[kind] ?? {}))

const kiosk = read('package.json')
const hub = read('hub', 'package.json')

test('what the hub needs the root has not, and what the root has the hub finds there', () => {
  expect(needed(kiosk).filter((name) => name === hub.name || needed(hub).includes(name))).toEqual([])
})

test('what a start installs is the root’s lock file, and that names nothing of the hub', () => {
  expect(kiosk.workspaces).toBeUndefined()
  const { packages } = read('package-lock.json') as unknown as { packages: Record<string, { resolved?: string }> }
  const places = Object.entries(packages).flatMap(([place, { resolved = '' }]) => [place, resolved])
  expect(places.filter((place) => place === 'hub' || place.startsWith('hub/'))).toEqual([])
  // Nor does a start install in any folder but the root.
  expect(readFileSync(join(root, 'main', 'setup', 'start.mjs'), 'utf8')).toContain('await ensureInstalled()')
})

test('no install script of the hub’s packages runs either', () => {
  expect(readFileSync(join(root, 'hub', '.npmrc'), 'utf8')).toContain(readFileSync(join(root, '.npmrc'), 'utf8'))
})
