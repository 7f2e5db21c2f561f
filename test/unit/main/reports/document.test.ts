import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { columns } from '../../../../main/reports/columns.ts'
import { isPersonal } from '../../../../main/reports/value.ts'

const page = readFileSync(join(import.meta.dirname, '../../../../docs/reports.md'), 'utf8')
/** The letterhead's members stand in a table of their own, behind. */
const ofColumns = page.slice(0, page.indexOf('## Whose papers they are'))
const rows = [...ofColumns.matchAll(/^\| (`.*?) +\| (.*?) +\|$/gm)].map(([, keys = '', what = '']) => ({
  keys: [...keys.matchAll(/`(\w+)`/g)].map(([, key = '']) => key),
  what,
}))

test('the page of reports names every column once, and no other', () => {
  expect(rows.flatMap(({ keys }) => keys).toSorted()).toEqual(columns.map(({ key }) => key).toSorted())
})

test('the page of reports says which columns are personal', () => {
  const personal = rows.filter(({ what }) => what.startsWith('personal')).flatMap(({ keys }) => keys)
  expect(personal.toSorted()).toEqual(
    columns
      .filter(isPersonal)
      .map(({ key }) => key)
      .toSorted(),
  )
})
