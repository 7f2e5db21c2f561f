import { expect, test } from 'vitest'
import type { ReportedCrossing } from '../../../../shared/domain/crossing/reported-crossing.ts'
import { differencesOf, figureGroups, figuresOf, officerLabel } from '../../../../shared/language/report-figures.ts'
import { figureRows, totalsOf } from '../../../../main/reports/index.ts'
import { reported } from '../../main/reports/reported.ts'

const beside = { voided: 0, erased: 0, scans: 3, unreadable: 1 }
const figures = async (...crossings: ReportedCrossing[]) => figuresOf('en', await totalsOf([crossings]), beside)

const one = reported({ seq: 1 })
const other = reported({ seq: 2, crossing: { direction: 'out', decision: 'refused', travellers: 3 } })

test('every figure stands once, in the order of the groups', async () => {
  const all = await figures(one, other)
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
  const groups = all.map(({ group }) => figureGroups.indexOf(group))
  expect(groups).toEqual(groups.toSorted((left, right) => left - right))
  expect(all.find(({ key }) => key === 'direction all')).toMatchObject({ crossings: 2, people: 5 })
  expect(all.find(({ key }) => key === 'hour-in 7')).toMatchObject({ label: '07:00–07:59', crossings: 1, people: null })
})

test('nothing is different from itself', async () => {
  expect(differencesOf(await figures(one), await figures(one))).toEqual([])
})

test('what is different is told figure by figure, from what to what', async () => {
  const told = differencesOf(await figures(one), await figures(one, other))
  expect(told.find(({ key }) => key === 'direction out')).toMatchObject({
    was: { crossings: 0, people: 0 },
    is: { crossings: 1, people: 3 },
  })
  expect(told.map(({ key }) => key)).not.toContain('direction in')
})

test('a place that nobody came from before, or no longer did, is a difference', async () => {
  const from = (place: string) => reported({ crossing: { vehicle: { ...one.crossing.vehicle!, from: place } } })
  const told = differencesOf(await figures(from('Hà Nội')), await figures(from('Bắc Ninh')))
  expect(told.map(({ key, was, is }) => [key, was?.crossings ?? null, is?.crossings ?? null])).toEqual([
    ['origin Hà Nội', 1, null],
    ['origin Bắc Ninh', null, 1],
  ])
})

test('an officer is called by number, rank and name; one of another lane by number', async () => {
  const known = [{ number: '1012', name: 'Lê Văn Luân', rank: 'Thiếu úy' }]
  expect(officerLabel('vi', '1012', known)).toBe('1012 Thiếu úy Lê Văn Luân')
  expect(officerLabel('vi', '2044', known)).toBe('2044')
  expect(officerLabel('vi', null, known)).toBe('chưa đăng nhập')
  const totals = await totalsOf([[reported({ seq: 1, officer: '1012' })]])
  const rows = figureRows('vi', totals, beside, known).map(([label]) => label)
  expect(rows).toContainEqual(expect.stringContaining('1012 Thiếu úy Lê Văn Luân'))
})

test('a count that is not known of a part is told in words, in a file’s rows too', async () => {
  const unknown = { voided: 0, erased: null, scans: null, unreadable: null }
  const rows = new Map(figureRows('en', await totalsOf([[one]]), unknown, []))
  expect(rows.get('To be looked at: Codes scanned')).toBe('not known for this part alone')
  expect(rows.get('To be looked at: Crossings erased (not counted)')).toBe('not known for this part alone')
  expect(rows.get('To be looked at: Crossings voided (not counted)')).toBe('0 crossings')
})
