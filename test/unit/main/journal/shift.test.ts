import { describe, expect, onTestFinished, test } from 'vitest'
import { readHead, type Journal } from '../../../../main/journal/index.ts'
import { headInterval } from '../../../../main/journal/vouched/signed-head.ts'
import type { Who } from '../../../../shared/ledger/officers.ts'
import { anyOrders } from '../../../fixtures/orders.ts'
import { accepted, hour, now, rejected } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy, why } from './crossing-of.ts'
import { behindIts, check, newFolder, openIn } from './journal-in.ts'

async function journalIn(): Promise<{ journal: Journal; folder: string }> {
  const folder = newFolder()
  const journal = await openIn(folder)
  onTestFinished(() => journal.close())
  return { journal, folder }
}

/** A shift is closed; what the journal has of it then, with its counts beside. */
function closedBy(journal: Journal, at: number) {
  const closed = journal.shifts.close(at)
  if (!closed.recorded) throw new Error(closed.code)
  const shift = journal.shifts.last()
  if (shift?.seq !== closed.seq) throw new Error('the last shift is another')
  const { totals, ...others } = shift
  return { ...others, ...totals }
}

describe('closing a shift', () => {
  test('counts what was done since the last one was closed', async () => {
    const { journal } = await journalIn()
    recordedBy(journal, crossingOf(), now)
    expect(closedBy(journal, now + 1)).toMatchObject({ from: null, to: now + 1, scans: 0, crossings: { total: 1 } })
    journal.recordScan(accepted, 'camera', now + 2)
    const voided = recordedBy(journal, crossingOf(), now + 3)
    recordedBy(journal, crossingOf({ travellers: 4, direction: 'out', decision: 'refused' }), now + 4)
    journal.amendCrossing(1, crossingOf({ decision: 'referred' }), why, now + 5)
    journal.voidCrossing(voided, { undone: true, why: null }, now + 6)
    expect(closedBy(journal, now + 7)).toMatchObject({
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
    expect(closedBy(journal, now + 6)).toMatchObject({ crossings: { total: 4 }, enteredLater: 2 })
    expect(closedBy(journal, now + 7)).toMatchObject({ crossings: { total: 0 }, enteredLater: 0 })
  })

  test('of before says of none that it was entered later', async () => {
    const { journal, folder } = await journalIn()
    recordedBy(journal, crossingOf({ happenedAt: now - hour }), now)
    closedBy(journal, now + 1)
    behindIts(folder, `UPDATE entries SET payload = json_remove(payload, '$.enteredLater') WHERE kind = 'shift.closed'`)
    expect(journal.shifts.last()?.totals).toMatchObject({ enteredLater: 0, crossings: { total: 1 } })
  })

  test('counts what a clock that went back put before the last one', async () => {
    const { journal } = await journalIn()
    journal.shifts.close(now)
    recordedBy(journal, crossingOf(), now - hour)
    expect(closedBy(journal, now - 1).crossings.total).toBe(1)
  })

  test('gives a head that convicts a journal which was changed afterwards, small enough for a code on paper', async () => {
    const { journal, folder } = await journalIn()
    recordedBy(journal, crossingOf(), now)
    const { head, seq } = closedBy(journal, now + 1)
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
    expect(first.shifts.last()).toBeNull()
    recordedBy(first, crossingOf(), now)
    closedBy(first, now + 1)
    first.recordScan(accepted, 'camera', now + 2)
    closedBy(first, now + 3)
    recordedBy(first, crossingOf(), now + 4)
    const shift = first.shifts.last()
    expect(shift).toMatchObject({ to: now + 3 })
    first.close()
    const second = await openIn(folder)
    onTestFinished(() => second.close())
    expect(second.shifts.last()).toEqual(shift)
    expect(second.shifts.last()?.head).toContain('signature')
  })

  test('gives that head also where it was due anyway', async () => {
    const { journal } = await journalIn()
    for (let count = 1; count < headInterval; count++) journal.recordScan(accepted, 'camera', now)
    expect(readHead(closedBy(journal, now).head ?? '')).toMatchObject({ seq: headInterval })
  })

  test('counts what nobody signed, and codes that could not be read', async () => {
    const { journal } = await journalIn()
    recordedBy(journal, crossingOf(), now)
    const voided = recordedBy(journal, crossingOf(), now + 1)
    journal.voidCrossing(voided, { undone: true, why: null }, now + 2)
    journal.recordScan({ ...rejected, outcome: 'unreadable' }, 'camera', now + 3)
    journal.recordScan(accepted, 'camera', now + 4)
    expect(closedBy(journal, now + 5)).toMatchObject({ scans: 2, unreadable: 1, unsigned: 1 })
  })

  test('that comes to something else than was confirmed is not done, and says what it comes to', async () => {
    const { journal } = await journalIn()
    recordedBy(journal, crossingOf(), now)
    const confirmed = journal.shifts.totals(null)
    recordedBy(journal, crossingOf(), now + 1)
    const closing = { by: null, post: null, open: null, confirmed }
    const refused = journal.shifts.close(now + 2, closing)
    expect(refused).toMatchObject({ recorded: false, code: 'counts-changed', totals: { crossings: { total: 2 } } })
    expect(journal.shifts.last()).toBeNull()
    const totals = journal.shifts.totals(null)
    expect(journal.shifts.close(now + 3, { ...closing, confirmed: totals })).toMatchObject({ recorded: true })
    expect(journal.shifts.last()?.totals).toEqual(totals)
  })
})

describe('a closed shift', () => {
  const officer = (number: string): Who => ({ number, name: `Trần ${number}`, rank: 'Đại úy', role: 'officer' })
  const [outgoing, incoming] = [officer('1001'), officer('1002')]
  const closing = { by: outgoing, post: { name: 'Km 98', lane: '2' }, open: { referrals: 3, emergencies: 1 } }

  test('says who opened, closed and took it over, where that was and what was open', async () => {
    const { journal } = await journalIn()
    journal.shifts.open(outgoing, now)
    expect(journal.shifts.opened()).toEqual({ at: now, by: outgoing })
    journal.shifts.close(now + 1, closing)
    expect(journal.shifts.opened()).toBeNull()
    expect(journal.shifts.last()).toMatchObject({ opened: { at: now, by: outgoing }, outgoing, incoming: null })
    const closed = journal.shifts.last()?.seq ?? 0
    journal.shifts.leave(closed, outgoing, 'ca sau đến muộn', now + 2)
    journal.shifts.open(incoming, now + 3)
    journal.shifts.take({ takesOver: { closed, from: outgoing }, orders: null }, incoming, now + 4)
    expect(journal.shifts.read(closed)).toMatchObject({
      post: closing.post,
      totals: { open: closing.open },
      incoming: { at: now + 4, who: incoming },
      absent: 'ca sau đến muộn',
    })
    expect(journal.shifts.opened()).toEqual({ at: now + 3, by: incoming })
  })

  test('is read again whichever came after it, and an entry that closes none is none', async () => {
    const { journal } = await journalIn()
    recordedBy(journal, crossingOf(), now)
    const first = closedBy(journal, now + 1)
    recordedBy(journal, crossingOf(), now + 2)
    journal.shifts.open(incoming, now + 3)
    const second = closedBy(journal, now + 4)
    expect(journal.shifts.read(first.seq)).toMatchObject({ from: null, to: now + 1, opened: null })
    expect(journal.shifts.read(second.seq)).toMatchObject({ from: now + 1, opened: { by: incoming } })
    expect(journal.shifts.closedBefore(second.seq + 1, 5)).toEqual([second.seq, first.seq])
    expect(journal.shifts.closedBefore(second.seq, 5)).toEqual([first.seq])
    expect(journal.shifts.read(1)).toBeNull()
  })

  test('lists who corrected what and why, and of what is erased only that it was corrected', async () => {
    const { journal, folder } = await journalIn()
    const before = recordedBy(journal, crossingOf(), now)
    journal.amendCrossing(before, crossingOf({ decision: 'refused' }), why, now + 1)
    closedBy(journal, now + 2)
    const of = recordedBy(journal, crossingOf(), now + 3)
    journal.amendCrossing(of, crossingOf({ decision: 'referred' }), why, now + 4)
    journal.voidCrossing(of, { undone: false, why: { code: 'other', note: 'ghi hai lần' } }, now + 5)
    const { seq, corrections } = closedBy(journal, now + 6)
    expect(corrections).toMatchObject({
      lines: [
        { kind: 'amended', of, by: null, why, at: now + 4 },
        { kind: 'voided', of, why: { code: 'other', note: 'ghi hai lần' } },
      ],
      more: false,
    })
    behindIts(folder, `UPDATE entries SET payload = NULL WHERE kind = 'crossing.voided'`)
    expect(journal.shifts.read(seq)?.corrections.lines[1]).toMatchObject({ kind: 'voided', of: null, why: null })
  })

  test('lists the orders that changed in it, and who knows them', async () => {
    const { journal } = await journalIn()
    const orders = anyOrders
    journal.shifts.changeOrders(orders, now)
    closedBy(journal, now + 1)
    const changed = journal.shifts.changeOrders({ ...orders, naatHours: 48 }, now + 2)
    const seq = changed.recorded ? changed.seq : 0
    expect(journal.shifts.knows('1002', seq)).toBe(false)
    journal.shifts.take({ takesOver: null, orders: seq }, incoming, now + 3)
    expect(journal.shifts.knows('1002', seq)).toBe(true)
    expect(journal.shifts.knows('1001', seq)).toBe(false)
    expect(closedBy(journal, now + 4).orders).toEqual([
      {
        seq,
        at: now + 2,
        changes: [{ what: 'naatHours', was: 72, is: 48 }],
        acknowledged: [{ who: incoming, at: now + 3 }],
      },
    ])
    expect(closedBy(journal, now + 5).orders).toEqual([])
  })

  test('does not list the orders that a journal begins with: nothing was changed', async () => {
    const { journal } = await journalIn()
    journal.shifts.changeOrders(anyOrders, now)
    expect(journal.shifts.orders()).toMatchObject({ orders: anyOrders, changes: null })
    expect(closedBy(journal, now + 1).orders).toEqual([])
  })
})
