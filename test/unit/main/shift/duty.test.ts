/** Shifts as officers have them: opened by whoever signs in, taken over by another, and handed on with the orders. */
import { describe, expect, test } from 'vitest'
import { defaultRules, type TrustStore } from '../../../../main/trust/index.ts'
import { orderNames } from '../../../../shared/domain/shift/orders.ts'
import { hour } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy, why } from '../journal/crossing-of.ts'
import { closes, dutyAt } from './duty-at.ts'

describe('a shift', () => {
  test('is opened by whoever signs in first, and not again by who comes next', async () => {
    const desk = await dutyAt()
    expect(desk.room['shift.read']({}).opened).toBeNull()
    desk.comes(desk.sau)
    expect(desk.room['shift.read']({}).opened).toEqual({ at: desk.clock.now, by: desk.sau })
    desk.clock.now += hour
    desk.comes(desk.binh)
    expect(desk.room['shift.read']({}).opened).toMatchObject({ by: desk.sau })
  })

  test('is opened by no one who does not work the lane', async () => {
    const desk = await dutyAt()
    for (const role of ['it', 'auditor'] as const) desk.comes({ ...desk.sau, role })
    expect(desk.room['shift.read']({}).opened).toBeNull()
  })

  test('is not begun by who has closed one and comes back to print it, but where they say so', async () => {
    const desk = await dutyAt()
    desk.comes(desk.sau)
    closes(desk.room)
    desk.comes(desk.sau)
    expect(desk.room['shift.read']({}).opened).toBeNull()
    expect(desk.room['shift.open']({})).toEqual({ recorded: true })
    expect(desk.room['shift.read']({}).opened).toMatchObject({ by: desk.sau })
    const entries = desk.journal.shifts.opened()
    desk.clock.now += hour
    desk.room['shift.open']({})
    expect(desk.journal.shifts.opened()).toEqual(entries)
  })

  test('waits for another officer to take it over, who is told what it came to and what is open', async () => {
    const desk = await dutyAt()
    desk.comes(desk.sau)
    recordedBy(desk.journal, crossingOf(), desk.clock.now)
    Object.assign(desk.open, { referrals: 2, emergencies: 1 })
    const closed = closes(desk.room)
    const seq = closed.recorded ? closed.record.seq : 0
    // Who hands it over does not take it.
    expect(desk.room['shift.duty']({}).takesOver).toBeNull()
    desk.clock.now += hour
    desk.comes(desk.binh)
    expect(desk.room['shift.duty']({}).takesOver).toMatchObject({
      seq,
      outgoing: desk.sau,
      crossings: 1,
      people: 2,
      open: { referrals: 2, emergencies: 1 },
    })
    expect(desk.room['shift.take']({ closed: seq, orders: null })).toEqual({ recorded: true })
    expect(desk.room['shift.duty']({}).takesOver).toBeNull()
    expect(desk.room['shift.read']({})).toMatchObject({ waiting: null, opened: { by: desk.binh } })
    expect(desk.room['shift.record']({ seq })).toMatchObject({
      outgoing: desk.sau,
      incoming: { at: desk.clock.now, who: desk.binh },
    })
  })

  test('is taken over once, whoever presses the key again', async () => {
    const desk = await dutyAt()
    desk.comes(desk.sau)
    closes(desk.room)
    const { seq } = desk.room['shift.list']({ before: null }).shifts[0] ?? { seq: 0 }
    desk.comes(desk.binh)
    const takes = () => desk.room['shift.take']({ closed: seq, orders: null })
    expect([takes(), takes()]).toEqual([{ recorded: true }, { recorded: true }])
    desk.clock.now += hour
    desk.comes(desk.sau)
    desk.room['shift.take']({ closed: seq, orders: null })
    expect(desk.room['shift.record']({ seq })?.incoming).toMatchObject({ who: desk.binh })
  })

  test('that nobody is there to take over says why, and may be taken over yet', async () => {
    const desk = await dutyAt()
    desk.comes(desk.sau)
    closes(desk.room)
    const { seq } = desk.room['shift.list']({ before: null }).shifts[0] ?? { seq: 0 }
    expect(desk.room['shift.leave']({ closed: seq, absent: 'ca sau đến muộn' })).toMatchObject({
      recorded: true,
      record: { absent: 'ca sau đến muộn', incoming: null },
    })
    desk.comes(desk.binh)
    desk.room['shift.take']({ closed: seq, orders: null })
    expect(desk.room['shift.record']({ seq })).toMatchObject({
      incoming: { who: desk.binh },
      absent: 'ca sau đến muộn',
    })
    expect(desk.room['shift.leave']({ closed: seq, absent: 'x' })).toEqual({ recorded: false, code: 'taken-over' })
  })

  test('that is long closed is found in a list, page by page, and read again', async () => {
    const desk = await dutyAt()
    desk.comes(desk.sau)
    for (let count = 0; count < 23; count++) {
      desk.clock.now += hour
      closes(desk.room)
    }
    const first = desk.room['shift.list']({ before: null })
    expect(first).toMatchObject({ more: true })
    const rest = desk.room['shift.list']({ before: first.shifts.at(-1)?.seq ?? null })
    expect(rest).toMatchObject({ more: false })
    const all = [...first.shifts, ...rest.shifts]
    expect(all).toHaveLength(23)
    expect(all.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq).toSorted((one, other) => other - one))
    const oldest = all.at(-1)
    expect(desk.room['shift.record']({ seq: oldest?.seq ?? 0 })).toMatchObject({ from: null, to: oldest?.to })
  })

  test('lists corrections with the names of who made them', async () => {
    const desk = await dutyAt()
    desk.comes(desk.sau)
    const of = recordedBy(desk.journal, crossingOf(), desk.clock.now)
    desk.journal.amendCrossing(of, crossingOf({ decision: 'refused' }), why, desk.clock.now)
    const closed = closes(desk.room)
    // The journal of this test has nobody who signs.
    expect(closed).toMatchObject({ record: { corrections: { lines: [{ of, kind: 'amended', by: null, why }] } } })
  })
})

describe('the orders', () => {
  const with48Hours = (store: TrustStore): TrustStore => {
    const parameters = defaultRules.parameters.map((each) => ({ ...each, naatHours: 48 }))
    return { ...store, rules: { ...store.rules, parameters } }
  }

  test('that a kiosk begins with are no news; those that change are, to each officer until they say that they know', async () => {
    const desk = await dutyAt()
    desk.comes(desk.sau)
    expect(desk.room['shift.duty']({}).orders).toBeNull()
    desk.trust = with48Hours(desk.trust)
    const { orders } = desk.room['shift.duty']({})
    expect(orders).toMatchObject({ changes: [{ what: 'naatHours', is: 48 }] })
    const seq = orders?.seq ?? 0
    expect(desk.room['shift.take']({ closed: null, orders: seq })).toEqual({ recorded: true })
    expect(desk.room['shift.duty']({}).orders).toBeNull()
    desk.comes(desk.binh)
    expect(desk.room['shift.duty']({}).orders).toMatchObject({ seq })
    closes(desk.room)
    const [last] = desk.room['shift.list']({ before: null }).shifts
    expect(desk.room['shift.record']({ seq: last?.seq ?? 0 })?.orders).toMatchObject([
      { seq, acknowledged: [{ who: desk.sau }] },
    ])
  })

  test('that come into force by their date alone are noticed within a minute, and recorded once', async () => {
    const desk = await dutyAt()
    const [first] = defaultRules.parameters
    if (!first) throw new Error('the shipped rules have no numbers')
    const later = { ...first, validFrom: desk.clock.now + hour, rapidHours: 12 }
    desk.trust = { ...desk.trust, rules: { ...desk.trust.rules, parameters: [{ ...first, rapidHours: 24 }, later] } }
    desk.beat()
    const before = desk.journal.shifts.orders()
    desk.beat()
    expect(desk.journal.shifts.orders()).toEqual(before)
    desk.clock.now += hour
    desk.beat()
    expect(desk.journal.shifts.orders()?.changes).toEqual([{ what: 'rapidHours', was: 24, is: 12 }])
  })

  test('are the same, however often the same is published', async () => {
    const desk = await dutyAt()
    desk.beat()
    const before = desk.journal.shifts.orders()
    desk.trust = { ...desk.trust, published: { keys: 1, rules: 1, revocations: 1 } }
    desk.beat()
    expect(desk.journal.shifts.orders()).toEqual(before)
  })

  test('change with each part of the policy that officers go by', async () => {
    const desk = await dutyAt()
    desk.beat()
    desk.trust = {
      ...desk.trust,
      policy: { ...desk.trust.policy, repeatWithinMinutes: 7, officers: { signedOutLane: false, emergencies: false } },
      valueSets: { 'country-2-codes': ['VN'] },
    }
    desk.beat()
    const changed = desk.journal.shifts.orders()?.changes?.map(({ what }) => what)
    expect(changed).toEqual(['repeatWithinMinutes', 'signedOutLane', 'emergencies', 'rest'])
    expect(orderNames).toEqual(expect.arrayContaining(changed ?? []))
  })
})

test('the screen is told of what changes, and of nothing that does not', async () => {
  const desk = await dutyAt()
  desk.comes(desk.sau)
  expect(desk.told).toBe(1)
  desk.comes(desk.sau)
  desk.beat()
  // The orders that a kiosk begins with.
  expect(desk.told).toBe(2)
  closes(desk.room)
  expect(desk.told).toBe(3)
  desk.comes(desk.binh)
  const { takesOver } = desk.room['shift.duty']({})
  desk.room['shift.take']({ closed: takesOver?.seq ?? null, orders: null })
  desk.room['shift.take']({ closed: takesOver?.seq ?? null, orders: null })
  expect(desk.told).toBe(5)
})

test('a kiosk without officers has nobody who is waited for', async () => {
  const desk = await dutyAt()
  closes(desk.room)
  expect(desk.room['shift.read']({}).waiting).toBeNull()
})
