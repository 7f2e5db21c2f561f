import { describe, expect, onTestFinished, test } from 'vitest'
import { readEntries, type Journal } from '../../../../main/journal/index.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { accepted, hour, now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy, why } from './crossing-of.ts'
import { check, behindIts, newFolder, openIn } from './journal-in.ts'

async function journalIn(folder = newFolder()): Promise<{ journal: Journal; folder: string }> {
  const journal = await openIn(folder)
  onTestFinished(() => journal.close())
  return { journal, folder }
}

describe('a recorded crossing', () => {
  test('is read back whole, with its line', async () => {
    const { journal } = await journalIn()
    const crossing = crossingOf({ reason: { code: 'other', note: 'Xe cứu thương' }, decision: 'referred' })
    const seq = recordedBy(journal, crossing, now)
    expect(journal.crossing(seq)).toEqual({
      crossing,
      line: {
        seq,
        at: now,
        enteredAt: null,
        direction: 'in',
        onFoot: false,
        plate: '98A-123.45',
        trailerPlate: null,
        names: ['Nguyễn Văn An', 'Trần Thị Bích Ngọc'],
        outcome: 'accepted',
        decision: 'referred',
        reason: 'other',
        state: 'recorded',
      },
      above: null,
      history: [],
    })
  })

  test('is known by its plates however they are typed, and on foot by none', async () => {
    const { journal, folder } = await journalIn()
    const truck = { trailerPlate: '98r 00123', kind: null, carrier: null, from: null, to: null }
    recordedBy(journal, crossingOf({ vehicle: { plate: '98a 123.45', ...truck } }), now)
    recordedBy(journal, crossingOf({ vehicle: null }), now + 1)
    expect(behindIts(folder, 'SELECT on_foot, plate, trailer FROM crossings ORDER BY seq')).toEqual([
      { on_foot: 0, plate: '98A12345', trailer: '98R00123' },
      { on_foot: 1, plate: null, trailer: null },
    ])
  })

  test('that nobody recorded is none, nor is an entry of another kind', async () => {
    const { journal } = await journalIn()
    journal.recordScan(accepted, 'camera', now)
    expect([1, 2].map((seq) => journal.crossing(seq))).toEqual([null, null])
  })
})

describe('amending a crossing', () => {
  test('changes what is read, and leaves in the journal what was and why', async () => {
    const { journal, folder } = await journalIn()
    const seq = recordedBy(journal, crossingOf(), now)
    const amended = crossingOf({ decision: 'refused', travellers: 1 })
    const because = { code: 'other', note: 'Nhầm làn' } as const
    expect(journal.amendCrossing(seq, amended, because, now + 1)).toEqual({ recorded: true, seq: 2, at: now + 1 })
    expect(journal.crossing(seq)).toMatchObject({ crossing: amended, line: { seq, at: now, state: 'amended' } })
    const payloads = [...readEntries(folder, journalKey)].map(({ payload }) => JSON.parse(payload ?? '') as object)
    expect(payloads).toMatchObject([{ crossing: crossingOf() }, { of: seq, crossing: amended, why: because }])
  })

  test('counts for the day of the crossing, not of the correction', async () => {
    const { journal } = await journalIn()
    const seq = recordedBy(journal, crossingOf(), now)
    journal.amendCrossing(seq, crossingOf({ decision: 'refused' }), why, now + 24 * hour)
    expect(journal.day(now).crossings.byDecision).toEqual({ admitted: 0, refused: 1, referred: 0 })
    expect(journal.day(now + 24 * hour).crossings.total).toBe(0)
  })

  test('is refused for one that never was, that is voided or erased', async () => {
    const { journal } = await journalIn()
    const amend = (of: number) => journal.amendCrossing(of, crossingOf(), why, now + hour)
    const [erased, voided] = [recordedBy(journal, crossingOf(), now), recordedBy(journal, crossingOf(), now + 5)]
    journal.voidCrossing(voided, { undone: false, why }, now + 6)
    journal.erase(now + 1, 99, now + 7)
    expect([amend(99), amend(3), amend(erased), amend(voided)]).toEqual(
      ['unknown', 'unknown', 'erased', 'voided'].map((code) => ({ recorded: false, code })),
    )
  })
})

describe('voiding a crossing', () => {
  test('takes it from the counts, and leaves it in the list as voided', async () => {
    const { journal } = await journalIn()
    const seq = recordedBy(journal, crossingOf(), now)
    recordedBy(journal, crossingOf({ travellers: 3 }), now + 1)
    journal.voidCrossing(seq, { undone: false, why }, now + 2)
    const { total, people, last } = journal.day(now).crossings
    expect([total, people]).toEqual([1, 3])
    expect(last.map(({ seq: of, state }) => [of, state])).toEqual([
      [2, 'recorded'],
      [1, 'voided'],
    ])
    expect(journal.crossing(seq)?.line.state).toBe('voided')
  })

  test('puts the draft back in the same instant, where one is given, and else leaves it alone', async () => {
    const { journal } = await journalIn()
    const [first, second] = [recordedBy(journal, crossingOf(), now), recordedBy(journal, crossingOf(), now, 'next')]
    journal.voidCrossing(first, { undone: false, why }, now + 1)
    expect(journal.readDraft()).toBe('next')
    journal.voidCrossing(second, { undone: true, why: null }, now + 1, 'undone')
    expect(journal.readDraft()).toBe('undone')
  })

  test('twice, or of one that is erased, is refused and leaves the draft as it is', async () => {
    const { journal } = await journalIn()
    const [erased, voided] = [
      recordedBy(journal, crossingOf(), now),
      recordedBy(journal, crossingOf(), now + 5, 'kept'),
    ]
    journal.voidCrossing(voided, { undone: false, why }, now + 6)
    journal.erase(now + 1, 99, now + 7)
    const again = [erased, voided].map((of) => journal.voidCrossing(of, { undone: true, why: null }, now + 8, 'lost'))
    expect(again).toEqual(['erased', 'voided'].map((code) => ({ recorded: false, code })))
    expect(journal.readDraft()).toBe('kept')
  })
})

describe('the draft', () => {
  test('is replaced as a whole, outlives the program, and is no entry', async () => {
    const folder = newFolder()
    const journal = await openIn(folder)
    expect(journal.readDraft()).toBeNull()
    expect(journal.saveDraft('one')).toEqual({ saved: true })
    journal.saveDraft('two')
    journal.close()
    const { journal: again } = await journalIn(folder)
    expect(again.readDraft()).toBe('two')
    expect([...readEntries(folder, journalKey)]).toEqual([])
    again.saveDraft(null)
    expect(again.readDraft()).toBeNull()
  })

  test('gives way to the next one when its crossing is recorded', async () => {
    const { journal } = await journalIn()
    journal.saveDraft('this one')
    recordedBy(journal, crossingOf(), now, 'the next')
    expect(journal.readDraft()).toBe('the next')
    recordedBy(journal, crossingOf(), now, null)
    expect(journal.readDraft()).toBeNull()
  })

  test('stays where the crossing was not recorded', async () => {
    const { journal, folder } = await journalIn()
    journal.saveDraft('this one')
    behindIts(folder, `CREATE TRIGGER broken BEFORE INSERT ON crossings BEGIN SELECT raise(ABORT, 'a test'); END`)
    expect(journal.recordCrossing(crossingOf(), now, null)).toEqual({ recorded: false, code: 'failed' })
    expect(journal.readDraft()).toBe('this one')
    behindIts(folder, 'DROP TRIGGER broken')
    expect(journal.recordCrossing(crossingOf(), now, null)).toMatchObject({ recorded: true, seq: 1 })
    expect(check(folder)).toMatchObject({ intact: true, entries: 1 })
  })
})

describe('the crossings of a day', () => {
  test('are counted by decision and direction, in Viet Nam’s calendar', async () => {
    const { journal } = await journalIn()
    const midnight = Date.parse('2021-10-05T00:00:00+07:00')
    recordedBy(journal, crossingOf({ direction: 'out' }), midnight - 1)
    recordedBy(journal, crossingOf({ travellers: 4 }), midnight)
    recordedBy(journal, crossingOf({ decision: 'refused', direction: 'out', travellers: 1 }), midnight + hour)
    expect(journal.day(midnight).crossings).toMatchObject({
      total: 2,
      people: 5,
      byDecision: { admitted: 1, refused: 1, referred: 0 },
      byDirection: { in: 1, out: 1 },
      last: [{ seq: 3 }, { seq: 2 }],
    })
    expect(journal.day(midnight - 1).crossings).toMatchObject({ total: 1, byDirection: { in: 0, out: 1 } })
  })

  test('are listed ten at a time, newest first', async () => {
    const { journal } = await journalIn()
    for (let count = 0; count < 12; count++) recordedBy(journal, crossingOf(), now + count)
    expect(journal.day(now).crossings.last.map(({ seq }) => seq)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3])
  })
})

describe('recent crossings', () => {
  test('come as they are now, oldest first, without those that were voided', async () => {
    const { journal } = await journalIn()
    for (let count = 0; count < 4; count++) recordedBy(journal, crossingOf(), now + count)
    journal.voidCrossing(2, { undone: true, why: null }, now + 9)
    journal.amendCrossing(3, crossingOf({ decision: 'referred' }), why, now + 9)
    expect(journal.recentCrossings(now + 1)).toEqual([
      { seq: 3, at: now + 2, crossing: crossingOf({ decision: 'referred' }) },
      { seq: 4, at: now + 3, crossing: crossingOf() },
    ])
  })
})
