import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { readEntries, readReportProof } from '../../../../main/journal/index.ts'
import { exportFileName } from '../../../../main/reporting/export/export-places.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import type { ExportAnswer } from '../../../../shared/contract/reporting.ts'
import { crossingOf, recordedBy } from '../journal/crossing-of.ts'
import { anExport, dayScope, newPlace, now, reportingAt, yesterday } from './reporting-at.ts'

const issuedIn = (folder: string) =>
  [...readEntries(folder, journalKey)].filter(({ entry: { kind } }) => kind === 'access.exported')

describe('an export while the kiosk is open', () => {
  test('is on the disk with its proof, and in the journal, before it is said to be', async () => {
    const kiosk = await reportingAt()
    const place = newPlace()
    const answer = await kiosk['reports.export'](anExport(place))
    if (answer.outcome !== 'written') throw new Error(JSON.stringify(answer))
    expect(readdirSync(place).toSorted()).toEqual([
      'chot-nhu-nguyet-lan-2-2026-11-28.csv',
      'chot-nhu-nguyet-lan-2-2026-11-28.csv.chot.json',
    ])
    const bytes = readFileSync(answer.file)
    const proof = readReportProof(readFileSync(answer.sidecar, 'utf8'))
    expect(proof).toMatchObject({ report: { sha256: createHash('sha256').update(bytes).digest('hex') } })
    const rows: unknown[] = parse(bytes, { bom: true, columns: true })
    expect(rows.length).toBeGreaterThanOrEqual(answer.people)
    const { outline } = await kiosk['reports.count'](dayScope)
    expect([answer.crossings, answer.people]).toEqual([outline.all.crossings, outline.all.people])
    expect(issuedIn(kiosk.folder)).toHaveLength(1)
    expect(kiosk.progress.at(-1)).toBeGreaterThan(0)
  })

  test('of some crossings alone says so in its entry', async () => {
    const kiosk = await reportingAt()
    const answer = await kiosk['reports.export'](anExport(newPlace(), { decision: 'refused' }))
    const { outline } = await kiosk['reports.count'](dayScope)
    expect(answer).toMatchObject({ outcome: 'written', crossings: outline.byDecision.refused.crossings })
    const [entry] = issuedIn(kiosk.folder)
    expect(JSON.parse(entry?.payload ?? '')).toMatchObject({ report: { filter: { decision: 'refused' } } })
  })

  test('that is stopped leaves neither a file nor an entry', async () => {
    const kiosk = await reportingAt({ crossings: 600 })
    const place = newPlace()
    const exported = kiosk['reports.export'](anExport(place))
    expect(await kiosk['reports.stop']({})).toEqual({ stopped: true })
    expect((await exported).outcome).toBe('stopped')
    expect([readdirSync(place), issuedIn(kiosk.folder)]).toEqual([[], []])
    expect(await kiosk['reports.stop']({})).toEqual({ stopped: false })
  })

  test('is one at a time', async () => {
    const kiosk = await reportingAt()
    const place = newPlace()
    const [one, other] = await Promise.all([
      kiosk['reports.export'](anExport(place)),
      kiosk['reports.export'](anExport(place)),
    ])
    expect([one.outcome, other.outcome]).toEqual(['written', 'busy'])
  })

  test('writes over nothing, and nowhere where there is no folder, and says what to do', async () => {
    const kiosk = await reportingAt()
    const there = join(newPlace(), 'there.csv')
    writeFileSync(there, 'of somebody')
    const over = await kiosk['reports.export'](anExport('', { target: { kind: 'file', path: there } }))
    expect(over).toMatchObject({
      outcome: 'refused',
      said: { en: expect.stringMatching(/it is there already\. Choose/) },
    })
    expect(readFileSync(there, 'utf8')).toBe('of somebody')
    const nowhere = await kiosk['reports.export'](anExport('/nowhere'))
    expect(nowhere).toMatchObject({
      outcome: 'refused',
      said: { vi: expect.stringMatching(/\/nowhere.*Chọn nơi khác/) },
    })
    expect(issuedIn(kiosk.folder)).toEqual([])
  })

  test('has a name of its own beside those that are there', () => {
    const post = { post: 'Chốt Cầu Đường/..\\"', lane: '2' }
    const asked = { scope: dayScope, format: 'xlsx' } as const
    expect(exportFileName('/u', asked, post)).toBe(join('/u', 'chot-cau-duong-lan-2-2026-11-28.xlsx'))
    const taken = new Set([join('/u', 'chot-cau-duong-lan-2-2026-11-28.xlsx')])
    expect(exportFileName('/u', asked, post, (path) => taken.has(path))).toBe(
      join('/u', 'chot-cau-duong-lan-2-2026-11-28-2.xlsx'),
    )
    expect(existsSync('/u')).toBe(false)
  })
})

describe('an export of a day that was closed', () => {
  test('says which version it is, and where nothing is different makes none', async () => {
    const kiosk = await reportingAt()
    await kiosk['reports.close']({ day: yesterday })
    const answer = await kiosk['reports.export'](anExport(newPlace(), { format: 'xlsx' }))
    expect(aboutOf(answer)).toMatch(/Closed day,"day 28\/11\/2026, version 1: the figures are those that/)
    const [entry] = issuedIn(kiosk.folder)
    expect(JSON.parse(entry?.payload ?? '')).toMatchObject({ report: { version: 1 } })
    expect(kiosk.journal.days.versions(yesterday)).toHaveLength(1)
  })

  test('to which something came since is its next version, with a table of what is different', async () => {
    const kiosk = await reportingAt()
    await kiosk['reports.close']({ day: yesterday })
    recordedBy(kiosk.journal, crossingOf({ happenedAt: dayScope.from + 3_600_000 }), now)
    const before = await kiosk['reports.count'](dayScope)
    const answer = await kiosk['reports.export'](anExport(newPlace(), { format: 'xlsx' }))
    const { crossings, people } = before.outline.all
    expect(aboutOf(answer)).toMatch(/version 2, in place of version 1: \d+ figures differ/)
    expect(aboutOf(answer)).toContain(
      `Direction: All,"${crossings - 1} crossings, ${people - 2} people → ${crossings} crossings, ${people} people"`,
    )
    const versions = kiosk.journal.days.versions(yesterday)
    expect(versions.map(({ totals }) => totals.all.crossings)).toEqual([crossings - 1, crossings])
    const counted = await kiosk['reports.total'](dayScope)
    expect(counted.kind === 'totalled' && counted.totalled.totals).toEqual(versions[1]?.totals)
  })

  test('of a part of it alone makes no version', async () => {
    const kiosk = await reportingAt()
    await kiosk['reports.close']({ day: yesterday })
    recordedBy(kiosk.journal, crossingOf({ happenedAt: dayScope.from + 3_600_000 }), now)
    await kiosk['reports.export'](anExport(newPlace(), { direction: 'in' }))
    expect(kiosk.journal.days.versions(yesterday)).toHaveLength(1)
  })
})

/** What a workbook says of itself. */
function aboutOf(answer: ExportAnswer): string {
  if (answer.outcome !== 'written') throw new Error(JSON.stringify(answer))
  return utils.sheet_to_csv(read(readFileSync(answer.file)).Sheets['About'] ?? {})
}
