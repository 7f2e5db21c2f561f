/** A machine that was carried to another lane: what it recorded at the first stays of the first, in numbers and files. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { readEntries } from '../../../../main/journal/index.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import type { ReportScope } from '../../../../shared/domain/report/scope.ts'
import { crossingOf, recordedBy, why } from '../journal/crossing-of.ts'
import { anExport, dayScope, newPlace, reportingAt } from './reporting-at.ts'

const at = (lane: string) => ({ name: 'Chốt Như Nguyệt', lane })

/** The practice day at lane 1, then two crossings more at lane 2, where it stands now. */
async function carried() {
  const kiosk = await reportingAt()
  const { journal } = kiosk
  const before = (await kiosk['reports.count'](dayScope)).outline.all.crossings
  journal.recordEvent('checkpoint.changed', { from: at('1'), to: at('2') }, dayScope.to - 3)
  for (const instant of [dayScope.to - 2, dayScope.to - 1]) recordedBy(journal, crossingOf(), instant)
  return { ...kiosk, before }
}

const crossingsOf = async (kiosk: Awaited<ReturnType<typeof carried>>, lane: string | null): Promise<number[]> => {
  const scope = { ...dayScope, lane }
  const total = await kiosk['reports.total'](scope)
  if (total.kind !== 'totalled') throw new Error(total.kind)
  return [(await kiosk['reports.count'](scope)).outline.all.crossings, total.totalled.totals.all.crossings]
}

test('the numbers of a lane are of what was recorded while the kiosk stood there', async () => {
  const kiosk = await carried()
  expect(await crossingsOf(kiosk, '1')).toEqual([kiosk.before, kiosk.before])
  expect(await crossingsOf(kiosk, '2')).toEqual([2, 2])
  expect(await crossingsOf(kiosk, '3')).toEqual([0, 0])
  expect(await crossingsOf(kiosk, null)).toEqual([kiosk.before + 2, kiosk.before + 2])
})

test('an officer’s at a lane are those of both', async () => {
  const kiosk = await carried()
  const count = async (lane: string | null) =>
    (await kiosk['reports.count']({ ...dayScope, officer: '1002', lane })).outline.all.crossings
  expect(await count('2')).toBe(0)
  expect(await count('1')).toBe(await count(null))
})

test('what is said beside the crossings of a lane, or of an officer, is of them too, or is not said', async () => {
  const kiosk = await carried()
  const last = kiosk.journal.ledger.head()?.seq ?? 0
  kiosk.journal.voidCrossing(last, { undone: false, why }, dayScope.to)
  const beside = async (part: Partial<ReportScope>) => {
    const total = await kiosk['reports.total']({ ...dayScope, ...part })
    if (total.kind !== 'totalled') throw new Error(total.kind)
    return total.totalled.beside
  }
  const all = await beside({})
  const [first, second] = [await beside({ lane: '1' }), await beside({ lane: '2' })]
  expect([first.voided, second.voided]).toEqual([all.voided - 1, 1])
  expect(second).toEqual({ voided: 1, erased: 0, scans: 0, unreadable: 0 })
  expect(first).toMatchObject({ scans: all.scans, unreadable: all.unreadable })
  const officers = await beside({ officer: '1002' })
  expect(officers).toMatchObject({ erased: 0, scans: null, unreadable: null })
  expect(officers.voided).toBe((await kiosk['reports.count']({ ...dayScope, officer: '1002' })).voided)
})

test('the lanes that can be asked for are those at which it stood, the newest first', async () => {
  const kiosk = await carried()
  expect(await kiosk['reports.lanes']({})).toEqual(['2', '1'])
  const still = await reportingAt()
  expect(await still['reports.lanes']({})).toEqual(['2'])
})

test('each row of a file says the lane where it was recorded, and a file of one lane is called by it', async () => {
  const kiosk = await carried()
  const written = async (lane: string | null) => {
    const answer = await kiosk['reports.export'](anExport(newPlace(), { lane }))
    if (answer.outcome !== 'written') throw new Error(JSON.stringify(answer))
    const rows: Record<string, string>[] = parse(readFileSync(answer.file), { bom: true, columns: true })
    return { file: answer.file, lanes: rows.filter((row) => row['Crossings'] === '1').map((row) => row['Lane']) }
  }
  const all = await written(null)
  expect(all.lanes).toEqual([...Array.from({ length: kiosk.before }, () => '1'), '2', '2'])
  const first = await written('1')
  expect(new Set(first.lanes)).toEqual(new Set(['1']))
  expect(first.file).toContain('-lan-1-')
  const issued = [...readEntries(kiosk.folder, journalKey)].findLast(
    ({ entry: { kind } }) => kind === 'access.exported',
  )
  expect(JSON.parse(issued?.payload ?? '')).toMatchObject({ report: { lane: '1', filter: { lane: '1' } } })
})

test('where the file that said it was lost, what came before it was mended is of the lane that was said then', async () => {
  const kiosk = await reportingAt()
  const before = (await kiosk['reports.count'](dayScope)).outline.all.crossings
  kiosk.journal.recordEvent('checkpoint.changed', { from: null, to: at('1') }, dayScope.to - 3)
  kiosk.journal.recordEvent('checkpoint.changed', { from: at('1'), to: at('2') }, dayScope.to - 2)
  expect((await kiosk['reports.count']({ ...dayScope, lane: '1' })).outline.all.crossings).toBe(before)
})
