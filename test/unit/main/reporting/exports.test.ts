import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { readEntries, readReportProof } from '../../../../main/journal/index.ts'
import { exportFileName } from '../../../../main/reporting/export-places.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { anExport, dayScope, newPlace, reportingAt } from './reporting-at.ts'

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
