import { describe, expect, test } from 'vitest'
import { mostFound } from '../../../../shared/contract/crossing-line-schemas.ts'
import { certified, crossingOf, hour, minute, noon, searched, standings, traveller } from './search-in.ts'

const any = { from: null, to: null, decision: null, direction: null }

describe.each(standings)('of crossings that $title,', ({ standing }) => {
  describe('a plate', () => {
    test('is found whole, with and without separators, in capitals or not', async () => {
      const { record, found } = await searched(standing)
      const car = record(crossingOf('98A-123.45', ['Nguyễn Văn An']))
      record(crossingOf('29C-678.90', ['Trần Văn Bình']))
      for (const text of ['98A-123.45', '98A12345', '98a 123 45', ' 98a-12345 ']) expect(found(text)).toEqual([car])
    })

    test('is found by any part of it', async () => {
      const { record, found } = await searched(standing)
      const car = record(crossingOf('98A-123.45', ['Nguyễn Văn An']))
      for (const text of ['12345', '123.45', '98A1', 'A123', '345', '98', '23.4', '8a-1'])
        expect(found(text)).toEqual([car])
      for (const text of ['12346', '99A1', '98A123456']) expect(found(text)).toEqual([])
    })

    test('is found with Đ typed as D, and the other way round', async () => {
      const { record, found } = await searched(standing)
      const moped = record(crossingOf('98-MĐ1 123.45', ['Nguyễn Văn An']))
      for (const text of ['98-MĐ1 123.45', '98MD112345', 'MĐ1']) expect(found(text)).toEqual([moped])
    })

    test('of a diplomat is found in either order of its groups', async () => {
      const { record, found } = await searched(standing)
      const car = record(crossingOf('80-011-NG-01', ['John Smith']))
      expect(found('80-NG 011-01')).toEqual([car])
    })

    test('of a trailer is found like that of the tractor', async () => {
      const { record, found } = await searched(standing)
      const plain = crossingOf('98C-111.11', ['Nguyễn Văn An'])
      const truck = record({ ...plain, vehicle: { ...plain.vehicle!, trailerPlate: '98R-012.34' } })
      expect(found('98R01234')).toEqual([truck])
      expect(found('1111')).toEqual([truck])
    })

    test('from abroad is found in its own letters', async () => {
      const { record, found } = await searched(standing)
      const lao = record(crossingOf('ກຂ 1234', ['Somchai']))
      expect(found('ກຂ1234')).toEqual([lao])
      expect(found('ກຂ')).toEqual([lao])
    })
  })

  describe('a name', () => {
    test('is found with and without marks', async () => {
      const { record, found } = await searched(standing)
      const seq = record(crossingOf(null, ['Đỗ Thị Bích']))
      for (const text of ['Đỗ Thị Bích', 'do thi bich', 'ĐỖ', 'do', 'Bích', 'bich', 'đo thi'])
        expect(found(text)).toEqual([seq])
      expect(found('da')).toEqual([])
    })

    test('is found by the beginnings of its words', async () => {
      const { record, found } = await searched(standing)
      const seq = record(crossingOf(null, ['Nguyễn Văn Hoàng']))
      for (const text of ['ngu', 'nguyen va', 'hoa', 'n v h']) expect(found(text)).toEqual([seq])
      for (const text of ['guyen', 'oang', 'nguyenvan']) expect(found(text)).toEqual([])
    })

    test('is found by a whole word rather than by a longer one that begins alike', async () => {
      const { record, found } = await searched(standing)
      const ma = record(crossingOf(null, ['Mã Thị Hoa']))
      const mai = record(crossingOf(null, ['Mai Thị Hoa']))
      const last = record(crossingOf(null, ['Thị Hoa Mã']))
      expect(found('ma hoa')).toEqual([last, ma])
      expect(found('hoa ma')).toEqual([last, mai, ma])
      expect(found('mai hoa')).toEqual([mai])
    })

    test('is found by words of it in any order, with others between them', async () => {
      const { record, found } = await searched(standing)
      const an = record(crossingOf(null, ['Nguyễn Văn An', 'Trần Thị Hà']))
      record(crossingOf(null, ['Nguyễn Văn Bình']))
      for (const text of ['nguyen an', 'an nguyen', 'an van nguyen']) expect(found(text)).toEqual([an])
    })

    test('is one traveller’s: words of two people do not make one', async () => {
      const { record, found } = await searched(standing)
      record(crossingOf(null, ['Nguyễn Văn An', 'Trần Thị Hà']))
      expect(found('nguyen ha')).toEqual([])
      expect(found('an an')).toEqual([])
    })

    test('is found as the certificate has it too', async () => {
      const { record, found } = await searched(standing)
      const seq = record(crossingOf(null, [certified('Nguyễn Văn An', 'URN:UVCI:01:VN:1', 'NGUYEN ANN')]))
      for (const text of ['van an', 'nguyen ann']) expect(found(text)).toEqual([seq])
    })

    test('with foreign letters is found with one letter for each and with two', async () => {
      const { record, found } = await searched(standing)
      const seq = record(crossingOf(null, ['Jörg Müller']))
      for (const text of ['jorg muller', 'Jörg Müller', 'joerg mueller']) expect(found(text)).toEqual([seq])
    })

    test('is not found by a word that only its namesake has', async () => {
      const { record, found } = await searched(standing)
      const [van] = ['Trần Văn Hà', 'Trần Thị Hà'].map((name) => record(crossingOf(null, [name])))
      for (let count = 0; count < 5; count++) record(crossingOf(null, ['Lê Văn Hoàng']))
      expect(found('van ha')).toEqual([van])
    })

    test('in another script is found as it is written', async () => {
      const { record, found } = await searched(standing)
      const seq = record(crossingOf(null, ['李小明']))
      expect(found('李小')).toEqual([seq])
    })
  })

  describe('a number', () => {
    const an = traveller('Nguyễn Văn An', { numbers: ['024099012345'] })

    test('is found whole, from its beginning, and by its last four digits', async () => {
      const { record, found } = await searched(standing)
      const seq = record(crossingOf(null, [an]))
      for (const text of ['024099012345', '024 099 012 345', '024099', '2345']) expect(found(text)).toEqual([seq])
      expect(found('024099012346')).toEqual([])
    })

    test('that is masked is found by what can be seen of it', async () => {
      const { record, found } = await searched(standing)
      const seq = record(crossingOf(null, [traveller('Nguyễn Văn An', { numbers: ['********2345'] })]))
      for (const text of ['2345', '********2345']) expect(found(text)).toEqual([seq])
      const middle = record(crossingOf(null, [traveller('Trần Thị Hà', { numbers: ['0240****6789'] })]))
      for (const text of ['6789', '0240']) expect(found(text)).toEqual([middle])
      expect(found('02406789')).toEqual([])
    })

    test('of health insurance is found without the letters before it', async () => {
      const { record, found } = await searched(standing)
      const seq = record(crossingOf(null, [traveller('Nguyễn Văn An', { numbers: ['DN4010123456789'] })]))
      for (const text of ['DN4010123456789', '0123456789']) expect(found(text)).toEqual([seq])
    })

    test('of a document is found like the traveller’s', async () => {
      const { record, found } = await searched(standing)
      const documents = [{ scan: null, kind: 'citizen-card', number: '001087000001' }] as const
      const seq = record(crossingOf(null, [traveller('Nguyễn Văn An', { documents: [...documents] })]))
      expect(found('001087000001')).toEqual([seq])
    })
  })

  test('a certificate is found by its whole identifier, however it is written', async () => {
    const { record, found } = await searched(standing)
    const seq = record(crossingOf(null, [certified('Nguyễn Văn An', 'URN:UVCI:01:VN:ABC123#8')]))
    for (const text of ['URN:UVCI:01:VN:ABC123#8', 'urn:uvci:01:vn:abc123#8']) expect(found(text)).toEqual([seq])
    expect(found('URN:UVCI:01:VN:ABC124#8')).toEqual([])
  })

  describe('an answer', () => {
    test('says what the lists of the screen need', async () => {
      const { journal, record } = await searched(standing)
      const seq = record(
        crossingOf('98A-123.45', ['Nguyễn Văn An', traveller(null)], {
          decision: 'refused',
          reason: { code: 'order', note: null },
        }),
      )
      expect(journal.search({ text: 'an', ...any })).toEqual({
        lines: [
          {
            seq,
            at: noon + minute,
            enteredAt: null,
            direction: 'in',
            onFoot: false,
            plate: '98A-123.45',
            trailerPlate: null,
            names: ['Nguyễn Văn An', null],
            outcome: 'accepted',
            decision: 'refused',
            reason: 'order',
            state: 'recorded',
          },
        ],
        more: false,
      })
    })

    test('is in the order of time, the newest first, though the clock was set back', async () => {
      const { record, found } = await searched(standing)
      const [second, third, first] = [2, 3, 1].map((hours) =>
        record(crossingOf(null, ['Nguyễn Văn An']), noon + hours * hour),
      )
      expect(found('an')).toEqual([third, second, first])
      expect(found('')).toEqual([third, second, first])
    })

    test('has each crossing once, however many of its travellers fit', async () => {
      const { record, found } = await searched(standing)
      const seq = record(crossingOf('98A-123.45', ['Nguyễn Văn An', 'Nguyễn Thị An', 'Nguyễn An Nguyên']))
      expect(found('nguyen')).toEqual([seq])
    })

    test('ends after the newest two hundred, and says that there are more', async () => {
      const { journal, record, found } = await searched(standing)
      const seqs = Array.from({ length: mostFound + 1 }, (_, count) =>
        record(crossingOf('98A-123.45', [`Nguyễn Văn An`]), noon - count * hour),
      )
      for (const text of ['an', '98A', '']) {
        expect(found(text)).toEqual(seqs.slice(0, mostFound))
        expect(journal.search({ text, ...any }).more).toBe(true)
        expect(journal.search({ text, ...any, from: noon - mostFound * hour + 1 })).toMatchObject({ more: false })
      }
    })
  })

  describe('a filter', () => {
    test('of time takes the first instant in and leaves the last one out', async () => {
      const { record, found } = await searched(standing)
      const [, second, third] = [0, 1, 2, 3].map((count) =>
        record(crossingOf('98A-123.45', ['Nguyễn Văn An']), noon + count),
      )
      for (const text of ['', 'an', '98A12345'])
        expect(found(text, { from: noon + 1, to: noon + 3 })).toEqual([third, second])
    })

    test('of time parts days where Viet Nam’s calendar does', async () => {
      const { record, found } = await searched(standing)
      const midnight = Date.parse('2026-03-11T00:00:00+07:00')
      const [evening, morning] = [midnight - 1, midnight].map((at) => record(crossingOf(null, ['Nguyễn Văn An']), at))
      for (const text of ['', 'nguyen']) {
        expect(found(text, { to: midnight })).toEqual([evening])
        expect(found(text, { from: midnight })).toEqual([morning])
      }
    })

    test('of decision or direction, alone and together, with a text and without', async () => {
      const { record, found } = await searched(standing)
      const kinds = (['admitted', 'refused', 'referred'] as const).flatMap((decision) =>
        (['in', 'out'] as const).map((direction) => ({ decision, direction })),
      )
      const seqs = kinds.map((kind) => record(crossingOf('98A-123.45', ['Nguyễn Văn An'], kind)))
      const [admittedIn, admittedOut, refusedIn, refusedOut, referredIn, referredOut] = seqs
      for (const text of ['', 'an', '98A']) {
        expect(found(text, { decision: 'refused' })).toEqual([refusedOut, refusedIn])
        expect(found(text, { direction: 'in' })).toEqual([referredIn, refusedIn, admittedIn])
        expect(found(text, { direction: 'out' })).toEqual([referredOut, refusedOut, admittedOut])
        expect(found(text, { decision: 'referred', direction: 'out' })).toEqual([referredOut])
      }
    })
  })

  test('texts without a letter or digit find nothing, and wild cards are letters like any other', async () => {
    const { record, found } = await searched(standing)
    const seq = record(crossingOf('98A-123.45', [traveller('Nguyễn Văn An', { numbers: ['024099012345'] })]))
    for (const text of ['%', '_', '*', '?', "'", '"', '--', '😀', '😀😀', ', ', '/', '~', '\u0000', '.*'])
      expect(found(text)).toEqual([])
    for (const text of [
      "' OR 1=1 --",
      'n%n',
      '98_12345',
      'a\nb',
      '9'.repeat(120),
      'a '.repeat(60),
      'ạ'.repeat(120),
      '\ud800',
    ])
      expect(found(text)).toEqual([])
    for (const text of ["an'", '"an"', 'an;', 'an 😀']) expect(found(text)).toEqual([seq])
  })
})
