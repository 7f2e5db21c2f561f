import { describe, expect, test } from 'vitest'
import { openEncrypted } from '../../../../main/journal/file/open-database.ts'
import { join } from 'node:path'
import { mostFound } from '../../../../shared/contract/crossing-line-schemas.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { isWeek } from '../../../../main/journal/search/span.ts'
import { crossingOf, day, hour, noon, searched, standings, traveller, why, type Searched } from './search-in.ts'

/** Everything that the index keeps, as one text. */
function indexOf({ folder }: Searched): string {
  const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey, { readonly: true })
  const blocks = database.prepare<[], string>('SELECT terms FROM search_blocks').pluck().all()
  const spans = database.prepare('SELECT * FROM search_spans').all()
  database.close()
  return spans.length > 0 && blocks.length === 0 ? 'a span without terms' : blocks.join('')
}

const spansOf = ({ folder }: Searched): number[] => {
  const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey, { readonly: true })
  const spans = database.prepare<[], number>('SELECT span FROM search_spans ORDER BY span').pluck().all()
  database.close()
  return spans
}

const inIndex = standings.filter(({ standing }) => standing !== 'waiting')

describe.each(inIndex)('an amended crossing, where it and others $title,', ({ standing }) => {
  const was = crossingOf('98A-123.45', ['Nguyễn Văn An', 'Trần Thị Hà'])
  const is = crossingOf('29C-678.90', ['Phạm Quốc Cường', 'Trần Thị Hà'], { decision: 'refused' })

  test('is found by what it is now, and not by what it was', async () => {
    const { journal, record, found } = await searched(standing)
    const seq = record(was)
    expect(found('nguyen van an')).toEqual([seq])
    journal.amendCrossing(seq, is, why, noon + day)
    for (const text of ['98A12345', '123.45', 'nguyen', 'van an']) expect(found(text)).toEqual([])
    for (const text of ['29C67890', 'pham', 'quoc', 'tran thi ha']) expect(found(text)).toEqual([seq])
    expect(found('pham', { decision: 'refused' })).toEqual([seq])
    expect(found('', { decision: 'admitted' })).toEqual([])
  })

  test('leaves nothing of what it was in the index', async () => {
    const place = await searched(standing)
    const seq = place.record(was)
    place.found('an')
    place.journal.amendCrossing(seq, is, why, noon + day)
    expect(indexOf(place)).toContain('PHAM QUOC CUONG')
    expect(indexOf(place)).not.toMatch(/NGUYEN|98A12345/)
  })

  test('is found likewise before the index comes to it, and afterwards', async () => {
    const place = await searched()
    const { index, journal, record, found } = place
    const seq = record(was)
    journal.amendCrossing(seq, is, why, noon + day)
    for (let turn = 0; turn < 2; turn++) {
      expect(found('nguyen')).toEqual([])
      expect(found('pham')).toEqual([seq])
      index()
    }
    expect(indexOf(place).match(/PHAM QUOC CUONG/g)).toHaveLength(1)
  })

  test('does not take its neighbours along', async () => {
    const { journal, record, found } = await searched(standing)
    const [one, other] = [record(was), record(was)]
    expect(found('nguyen')).toEqual([other, one])
    journal.amendCrossing(one, is, why, noon + day)
    expect(found('nguyen')).toEqual([other])
    expect(found('tran thi ha')).toEqual([other, one])
  })
})

test('a voided crossing is found, and says so', async () => {
  const { journal, record } = await searched('in-days')
  const seq = record(crossingOf('98A-123.45', ['Nguyễn Văn An']))
  journal.voidCrossing(seq, { undone: false, why }, noon + day)
  const { lines } = journal.search({ text: 'an', from: null, to: null, decision: null, direction: null })
  expect(lines).toMatchObject([{ seq, state: 'voided' }])
})

describe.each(inIndex)('an erased crossing, where it and others $title,', ({ standing }) => {
  const an = traveller('Nguyễn Văn An', { birthDate: '1999-02-26', numbers: ['024099012345'] })

  test('is not found any more, and those after it are', async () => {
    const { journal, record, found } = await searched(standing)
    record(crossingOf('98A-123.45', [an]), noon)
    const kept = record(crossingOf('98A-123.45', ['Nguyễn Văn Bình']), noon + 1)
    expect(found('nguyen')).toHaveLength(2)
    expect(journal.erase(noon + 1, kept, noon + day)).toMatchObject({ erased: 1 })
    expect(found('nguyen')).toEqual([kept])
    for (const text of ['024099012345', 'van an']) expect(found(text)).toEqual([])
  })

  test('leaves nothing in the index, not even its span', async () => {
    const place = await searched(standing)
    const seq = place.record(crossingOf('98A-123.45', [an]))
    place.found('an')
    expect(indexOf(place)).toContain('024099012345')
    place.journal.erase(noon + day, seq, noon + 2 * day)
    expect(indexOf(place)).toBe('')
  })

  test('leaves nothing in any of many blocks', async () => {
    const place = await searched(standing)
    const seqs = Array.from({ length: 400 }, (_, count) =>
      place.record(
        crossingOf(null, [traveller(null, { numbers: [`${(count * 37) % 1000}099${100_000 + count * 97}`] })]),
      ),
    )
    place.found('099')
    place.journal.erase(noon + day, seqs.at(-1) ?? 0, noon + 2 * day)
    expect(indexOf(place)).toBe('')
  })

  test('is erased before the index has come to it as well', async () => {
    const place = await searched()
    const seq = place.record(crossingOf('98A-123.45', [an]))
    place.journal.erase(noon + day, seq, noon + 2 * day)
    expect(place.found('an')).toEqual([])
    place.index()
    expect(indexOf(place)).toBe('')
  })
})

describe('the index', () => {
  test('comes out the same in many small batches, in large ones, in none, in weeks, and made anew', async () => {
    const names = ['Nguyễn Văn An', 'Trần Thị Hà', 'Đỗ Mạnh Hùng', 'Lê An']
    const places = {
      small: await searched('in-days'),
      large: await searched(),
      none: await searched(),
      weeks: await searched('in-weeks'),
    }
    for (let count = 0; count < 120; count++) {
      const crossing = crossingOf(`98A-123.${10 + (count % 80)}`, [names[count % 4]!, names[(count * 7) % 4]!])
      for (const { record } of Object.values(places)) record(crossing, noon + count * 10_000_000)
      if (count % 10 === 0) for (const { found } of [places.small, places.weeks]) found('x')
    }
    places.large.index()
    const answers = ({ found }: Searched) => ['an', 'nguyen', 'tran ha', '98A', '12311', ''].map((text) => found(text))
    const expected = answers(places.large)
    expect(expected.map(({ length }) => length)).toEqual([mostFound, 30, mostFound, mostFound, 2, mostFound])
    for (const place of Object.values(places)) expect(answers(place)).toEqual(expected)
    places.small.journal.rebuild()
    expect(indexOf(places.small)).toBe('')
    expect(answers(places.small)).toEqual(expected)
  })

  test('takes crossings in while nobody searches, five hundred at a time', async () => {
    const { journal, record, found } = await searched()
    const taken = Array.from({ length: 520 }, () => {
      record(crossingOf('98A-123.45', ['Nguyễn Văn An', 'Trần Thị Hà']))
      return journal.indexSome()
    })
    expect(taken.filter((each) => each > 0)).toEqual([500])
    expect(taken.indexOf(500)).toBe(499)
    expect(found('an').slice(0, 3)).toEqual([520, 519, 518])
  })

  test('joins the days of a week that is over, and no others', async () => {
    const place = await searched()
    const [monday, people] = [noon - day, ['Nguyễn Văn An', 'Trần Thị Hà']]
    for (let count = 0; count < 1000; count++) {
      const weeksLater = count < 500 ? 0 : 7
      place.record(crossingOf(`98A-${10_000 + count}`, people), monday + (weeksLater + (count % 7)) * day)
    }
    const before = place.found('an', { to: monday + 7 * day })
    expect(spansOf(place)).toHaveLength(14)
    let joined = 0
    for (let some = 1; some > 0; some = place.journal.indexSome()) joined += some
    expect(joined).toBeGreaterThan(1)
    const [week, ...days] = spansOf(place)
    expect({ week: isWeek(week!), days: days.map(isWeek) }).toEqual({ week: true, days: Array(7).fill(false) })
    expect(place.found('an', { to: monday + 7 * day })).toEqual(before)
    expect(place.found('98A10499')).toEqual([500])
  })

  test('finds what the clock, set back, put into a week whose days were joined', async () => {
    const { record, found } = await searched('in-weeks')
    const old = record(crossingOf('98A-123.45', ['Nguyễn Văn An']), noon)
    record(crossingOf('98A-123.45', ['Trần Thị Hà']), noon + 14 * day)
    expect(found('an')).toEqual([old])
    const late = record(crossingOf('98A-123.45', ['Lê An']), noon + hour)
    expect(found('an')).toEqual([late, old])
    expect(found('98A12345')).toEqual([2, late, old])
  })

  test('does not hide a newer crossing behind many that wait, where the clock was set back', async () => {
    const { record, found, index } = await searched()
    const newest = record(crossingOf('98A-123.45', ['Nguyễn Văn An']), noon + 2 * day)
    index()
    for (let count = 0; count < 201; count++) record(crossingOf('98A-123.45', ['Nguyễn Văn An']), noon + count)
    expect(found('an')[0]).toBe(newest)
    expect(found('an')).toHaveLength(mostFound)
  })

  test('is brought up to date by a search that many wait for', async () => {
    const place = await searched()
    for (let count = 0; count < 500; count++) place.record(crossingOf('98A-123.45', ['Nguyễn Văn An']))
    expect(indexOf(place)).toBe('')
    expect(place.found('an')).toHaveLength(mostFound)
    expect(indexOf(place)).toContain('NGUYEN VAN AN')
  })
})
