import { describe, expect, test } from 'vitest'
import { readEntries } from '../../../../main/journal/index.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { check, openIn } from '../journal/journal-in.ts'
import { crossingOf, recordedBy } from '../journal/crossing-of.ts'
import { dayScope, now, reportingAt, yesterday } from './reporting-at.ts'

const entriesOf = (folder: string) =>
  [...readEntries(folder, journalKey)].filter(({ entry: { kind } }) => kind === 'day.closed')

describe('a day', () => {
  test('that is not over is not closed', async () => {
    const kiosk = await reportingAt()
    kiosk.clock.now = dayScope.to - 1
    expect(await kiosk['reports.close']({ day: yesterday })).toEqual({ closed: false, code: 'not-over' })
    expect(entriesOf(kiosk.folder)).toEqual([])
  })

  test('is closed with all its totals, as an entry of the signed chain', async () => {
    const kiosk = await reportingAt()
    const counted = await kiosk['reports.total'](dayScope)
    const answer = await kiosk['reports.close']({ day: yesterday })
    if (!answer.closed || counted.kind !== 'totalled') throw new Error('not closed')
    const { totals, beside, day } = counted.totalled
    expect(day).toEqual({ day: yesterday, over: true, versions: [] })
    expect(answer.day.versions).toEqual([
      { version: 1, seq: kiosk.journal.ledger.head()?.seq, at: now, officer: null, totals, beside },
    ])
    const [entry] = entriesOf(kiosk.folder)
    expect(JSON.parse(entry?.payload ?? '')).toMatchObject({ day: yesterday, version: 1, totals })
    expect(check(kiosk.folder).discords).toEqual([])
  })

  test('of which nothing is different has no second version', async () => {
    const kiosk = await reportingAt()
    await kiosk['reports.close']({ day: yesterday })
    expect(await kiosk['reports.close']({ day: yesterday })).toEqual({ closed: false, code: 'nothing-new' })
    expect(entriesOf(kiosk.folder)).toHaveLength(1)
  })

  test('into which something was entered later has a second version, and the first stays as it was', async () => {
    const kiosk = await reportingAt()
    const first = await kiosk['reports.close']({ day: yesterday })
    recordedBy(kiosk.journal, crossingOf({ happenedAt: dayScope.from + 3_600_000 }), now)
    const second = await kiosk['reports.close']({ day: yesterday })
    if (!first.closed || !second.closed) throw new Error('not closed')
    const [was, is] = second.day.versions
    expect([was?.version, is?.version]).toEqual([1, 2])
    expect(was).toEqual(first.day.versions[0])
    expect((is?.totals.all.crossings ?? 0) - (was?.totals.all.crossings ?? 0)).toBe(1)
    expect(is?.totals.enteredLater).toBe((was?.totals.enteredLater ?? 0) + 1)
  })

  test('is closed once where two close it at the same time', async () => {
    const kiosk = await reportingAt()
    const answers = await Promise.all([
      kiosk['reports.close']({ day: yesterday }),
      kiosk['reports.close']({ day: yesterday }),
    ])
    expect(answers.filter(({ closed }) => closed)).toHaveLength(1)
    expect(entriesOf(kiosk.folder)).toHaveLength(1)
  })

  test('is still closed after the kiosk was opened again', async () => {
    const kiosk = await reportingAt()
    await kiosk['reports.close']({ day: yesterday })
    kiosk.journal.close()
    const again = await openIn(kiosk.folder)
    expect(again.days.versions(yesterday).map(({ version }) => version)).toEqual([1])
    expect(again.days.versions('2026-11-27')).toEqual([])
    again.close()
  })
})
