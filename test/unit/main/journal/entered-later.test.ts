import { describe, expect, test } from 'vitest'
import { behindIts, check } from './journal-in.ts'
import { crossingOf, day, hour, minute, noon, searched, standings, traveller, why } from './search-in.ts'

const an = traveller('Nguyễn Văn An', { birthDate: '1999-02-26', numbers: ['024099012345'] })
const person = { kind: 'person', number: '024099012345', name: null, birthDate: null } as const
const yesterday = noon - day

describe.each(standings)('of crossings that $title, one that was entered later from paper', ({ standing }) => {
  test('counts for the day on which it happened, and says when it was entered', async () => {
    const { record, journal } = await searched(standing)
    const seq = record(crossingOf('98A-123.45', [an], { happenedAt: yesterday }), noon)
    expect(journal.day(noon).crossings.total).toBe(0)
    expect(journal.day(yesterday).crossings).toMatchObject({
      total: 1,
      last: [{ seq, at: yesterday, enteredAt: noon }],
    })
    expect(journal.crossing(seq)).toMatchObject({ line: { at: yesterday, enteredAt: noon } })
    expect(journal.recentCrossings(yesterday)).toMatchObject([{ seq, at: yesterday }])
    expect(journal.recentCrossings(yesterday + 1)).toEqual([])
  })

  test('is found in that day, and stands there in the order of time', async () => {
    const { record, found } = await searched(standing)
    const before = record(crossingOf('98A-123.45', [an]), yesterday - hour)
    const after = record(crossingOf('98A-123.45', [an]), yesterday + hour)
    const late = record(crossingOf('98A-123.45', [an], { happenedAt: yesterday }), noon)
    expect(found('98A-123.45')).toEqual([after, late, before])
    expect(found('', { from: yesterday, to: yesterday + minute })).toEqual([late])
    expect(found('nguyen van an', { from: noon - hour, to: noon + hour })).toEqual([])
  })

  test('is traced beside those who were in the lane when it happened', async () => {
    const { record, lines } = await searched(standing)
    record(crossingOf('29C-111.11', ['Hôm qua']), yesterday + 5 * minute)
    record(crossingOf('29C-222.22', ['Hôm nay']), noon)
    record(crossingOf('98A-123.45', [an], { happenedAt: yesterday }), noon + minute)
    expect(lines(person).map(({ name, enteredAt }) => [name, enteredAt])).toEqual([
      ['Nguyễn Văn An', noon + minute],
      ['Hôm qua', null],
    ])
  })

  test('is corrected, voided and checked like any other', async () => {
    const { record, journal, folder, found } = await searched(standing)
    const crossing = crossingOf('98A-123.45', [an], { happenedAt: yesterday })
    const seq = record(crossing, noon)
    found('98A')
    journal.amendCrossing(seq, { ...crossing, decision: 'refused' }, why, noon + hour)
    expect(journal.crossing(seq)).toMatchObject({ line: { at: yesterday, enteredAt: noon, decision: 'refused' } })
    expect(found('98A', { from: yesterday, to: yesterday + 1, decision: 'refused' })).toEqual([seq])
    expect(check(folder)).toMatchObject({ intact: true })
    expect(journal.rebuild().changed).toBe(false)
    journal.voidCrossing(seq, { undone: false, why }, noon + 2 * hour)
    expect(journal.day(yesterday).crossings.total).toBe(0)
    expect(check(folder)).toMatchObject({ intact: true })
  })

  test('is not erased before its entry may go', async () => {
    const { record, journal, folder } = await searched(standing)
    const seq = record(crossingOf('98A-123.45', [an], { happenedAt: yesterday }), noon)
    journal.erase(noon, 99, noon + 1)
    expect(journal.crossing(seq)).not.toBeNull()
    journal.erase(noon + 1, 99, noon + 2)
    expect(journal.crossing(seq)).toBeNull()
    expect(check(folder)).toMatchObject({ intact: true })
  })

  test('cannot be moved to another day behind the journal’s back', async () => {
    const { record, folder } = await searched(standing)
    record(crossingOf('98A-123.45', [an], { happenedAt: yesterday }), noon)
    behindIts(folder, `UPDATE crossings SET at = at - ${day}`)
    expect(check(folder).intact).toBe(false)
  })
})

describe.each(standings)('of crossings that $title, when one happened is corrected', ({ standing }) => {
  const is = crossingOf('98A-123.45', [an])
  const then = (happenedAt: number) => ({ ...is, happenedAt })

  test('from when it was entered to the day before: it stands there in every list, and says when it was entered', async () => {
    const { record, journal, folder, found, lines } = await searched(standing)
    record(crossingOf('29C-111.11', ['Hôm qua']), yesterday + 5 * minute)
    const seq = record(is, noon)
    found('98A')
    journal.amendCrossing(seq, then(yesterday), why, noon + hour)
    expect(journal.crossing(seq)).toMatchObject({
      line: { at: yesterday, enteredAt: noon, state: 'amended' },
      history: [{ kind: 'amended', was: { decision: 'admitted' } }],
    })
    expect(journal.crossing(seq)?.history[0]).not.toHaveProperty('was.happenedAt')
    expect([journal.day(noon).crossings.total, journal.day(yesterday).crossings.total]).toEqual([0, 2])
    expect(found('98A', { from: yesterday, to: yesterday + minute })).toEqual([seq])
    expect(found('98A', { from: noon - hour, to: noon + hour })).toEqual([])
    expect(lines(person).map(({ name, at, enteredAt }) => [name, at, enteredAt])).toEqual([
      ['Nguyễn Văn An', yesterday, noon],
      ['Hôm qua', yesterday + 5 * minute, null],
    ])
    expect(check(folder)).toMatchObject({ discords: [] })
    expect(journal.rebuild().changed).toBe(false)
    expect(found('98A', { from: yesterday, to: yesterday + minute })).toEqual([seq])
  })

  test('again and again, and back to when it was entered', async () => {
    const { record, journal, folder, found } = await searched(standing)
    const seq = record(then(yesterday), noon)
    for (const [index, at] of [yesterday - 10 * day, yesterday + minute, yesterday - 40 * day].entries()) {
      journal.amendCrossing(seq, then(at), why, noon + (index + 1) * minute)
      expect(journal.crossing(seq)?.line).toMatchObject({ at, enteredAt: noon })
      expect(found('98A', { from: at, to: at + 1 })).toEqual([seq])
      expect(check(folder)).toMatchObject({ discords: [] })
    }
    journal.amendCrossing(seq, is, why, noon + hour)
    expect(journal.crossing(seq)?.line).toMatchObject({ at: noon, enteredAt: null })
    expect(journal.crossing(seq)?.history.map((change) => change.kind === 'amended' && change.was.happenedAt)).toEqual([
      yesterday,
      yesterday - 10 * day,
      yesterday + minute,
      yesterday - 40 * day,
    ])
    expect(found('98A')).toEqual([seq])
    expect(check(folder)).toMatchObject({ discords: [] })
  })

  test('it can still be voided, noted and erased, and is counted on that day afterwards', async () => {
    const { record, journal, folder } = await searched(standing)
    const [seq, other] = [record(is, noon), record(is, noon + 1)]
    journal.amendCrossing(seq, then(yesterday), why, noon + minute)
    journal.amendCrossing(other, then(yesterday), why, noon + minute)
    expect(journal.noteCrossing(seq, 'sổ giấy trang 12', noon + minute)).toMatchObject({ recorded: true })
    expect(journal.voidCrossing(other, { undone: false, why }, noon + minute)).toMatchObject({ recorded: true })
    expect(check(folder)).toMatchObject({ discords: [] })
    expect(journal.erase(noon + hour, 99, noon + 2 * hour)).toEqual({ erased: 6 })
    expect([journal.crossing(seq), journal.crossing(other)]).toEqual([null, null])
    expect(journal.day(yesterday).crossings).toMatchObject({ total: 1, last: [] })
    expect(check(folder)).toMatchObject({ discords: [] })
  })

  test('and left where it stood by somebody with the key, that is found', async () => {
    const { record, journal, folder } = await searched(standing)
    const seq = record(is, noon)
    journal.amendCrossing(seq, then(yesterday), why, noon + minute)
    behindIts(folder, `UPDATE crossings SET at = ${noon}, recorded_at = NULL WHERE seq = ${seq}`)
    expect(check(folder).discords).toContainEqual({ why: 'row-missing', table: 'crossings', seq })
  })
})
