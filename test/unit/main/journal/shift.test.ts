import { describe, expect, onTestFinished, test } from 'vitest'
import { readHead, type Journal } from '../../../../main/journal/index.ts'
import { headInterval } from '../../../../main/journal/signed-head.ts'
import { accepted, hour, now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy, why } from './crossing-of.ts'
import { behindIts, check, newFolder, openIn } from './journal-in.ts'

async function journalIn(): Promise<{ journal: Journal; folder: string }> {
  const folder = newFolder()
  const journal = await openIn(folder)
  onTestFinished(() => journal.close())
  return { journal, folder }
}

function reportOf(journal: Journal, at: number) {
  const closed = journal.closeShift(at)
  if (!closed.recorded) throw new Error(closed.code)
  return closed.report
}

describe('closing a shift', () => {
  test('counts what was done since the last one was closed', async () => {
    const { journal } = await journalIn()
    recordedBy(journal, crossingOf(), now)
    expect(reportOf(journal, now + 1)).toMatchObject({ from: null, to: now + 1, scans: 0, crossings: { total: 1 } })
    journal.recordScan(accepted, 'camera', now + 2)
    const voided = recordedBy(journal, crossingOf(), now + 3)
    recordedBy(journal, crossingOf({ travellers: 4, direction: 'out', decision: 'refused' }), now + 4)
    journal.amendCrossing(1, crossingOf({ decision: 'referred' }), why, now + 5)
    journal.voidCrossing(voided, { undone: true, why: null }, now + 6)
    expect(reportOf(journal, now + 7)).toMatchObject({
      kiosk: 'kiosk-1',
      from: now + 1,
      to: now + 7,
      seq: 8,
      scans: 1,
      crossings: {
        total: 1,
        people: 4,
        byDecision: { admitted: 0, refused: 1, referred: 0 },
        byDirection: { in: 0, out: 1 },
      },
      amended: 1,
      voided: 1,
    })
  })

  test('says how many were entered later, as they are now, whatever day they count for', async () => {
    const { journal } = await journalIn()
    const late = recordedBy(journal, crossingOf({ happenedAt: now - 30 * hour }), now)
    recordedBy(journal, crossingOf({ happenedAt: now - hour }), now + 1)
    const typed = recordedBy(journal, crossingOf(), now + 2)
    recordedBy(journal, crossingOf(), now + 3)
    journal.amendCrossing(late, crossingOf(), why, now + 4)
    journal.amendCrossing(typed, crossingOf({ happenedAt: now - 2 * hour }), why, now + 5)
    expect(reportOf(journal, now + 6)).toMatchObject({ crossings: { total: 4 }, enteredLater: 2 })
    expect(reportOf(journal, now + 7)).toMatchObject({ crossings: { total: 0 }, enteredLater: 0 })
  })

  test('of before says of none that it was entered later', async () => {
    const { journal, folder } = await journalIn()
    recordedBy(journal, crossingOf({ happenedAt: now - hour }), now)
    reportOf(journal, now + 1)
    behindIts(folder, `UPDATE entries SET payload = json_remove(payload, '$.enteredLater') WHERE kind = 'shift.closed'`)
    expect(journal.lastShift()).toMatchObject({ enteredLater: 0, crossings: { total: 1 } })
  })

  test('counts what a clock that went back put before the last one', async () => {
    const { journal } = await journalIn()
    journal.closeShift(now)
    recordedBy(journal, crossingOf(), now - hour)
    expect(reportOf(journal, now - 1).crossings.total).toBe(1)
  })

  test('gives a head that convicts a journal which was changed afterwards, small enough for a code on paper', async () => {
    const { journal, folder } = await journalIn()
    recordedBy(journal, crossingOf(), now)
    const { head, seq } = reportOf(journal, now + 1)
    const signed = readHead(head ?? '')
    expect(signed).toMatchObject({ kiosk: 'kiosk-1', seq })
    expect(head?.length).toBeLessThan(300)
    const shown = signed ? [signed] : []
    expect(check(folder, { shown })).toMatchObject({ intact: true, signed: seq })
    behindIts(folder, `DELETE FROM heads; DELETE FROM entries WHERE seq = ${seq}`)
    expect(check(folder, { shown }).discords).toContainEqual({ seq, why: 'truncated' })
  })

  test('gives a report that can be had again, also after a restart, until the next', async () => {
    const folder = newFolder()
    const first = await openIn(folder)
    expect(first.lastShift()).toBeNull()
    recordedBy(first, crossingOf(), now)
    reportOf(first, now + 1)
    first.recordScan(accepted, 'camera', now + 2)
    const report = reportOf(first, now + 3)
    recordedBy(first, crossingOf(), now + 4)
    expect(first.lastShift()).toEqual(report)
    first.close()
    const second = await openIn(folder)
    onTestFinished(() => second.close())
    expect(second.lastShift()).toEqual(report)
    expect(second.lastShift()?.head).toContain('signature')
  })

  test('gives that head also where it was due anyway', async () => {
    const { journal } = await journalIn()
    for (let count = 1; count < headInterval; count++) journal.recordScan(accepted, 'camera', now)
    expect(readHead(reportOf(journal, now).head ?? '')).toMatchObject({ seq: headInterval })
  })
})
