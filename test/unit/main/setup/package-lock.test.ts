import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../../main/setup/node24.mjs'
import { expect, test } from 'vitest'

interface Locked {
  integrity?: string
  link?: boolean
}

test.each(['.', 'hub'])('every package of %s is locked to its content, those for other systems too', (folder) => {
  const { packages } = JSON.parse(readFileSync(join(root, folder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>
  }
  const unlocked = Object.entries(packages).filter(
    ([place, { integrity, link }]) => place !== '' && link !== true && !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
  )
  expect(unlocked.map(([place]) => place)).toEqual([])
})
