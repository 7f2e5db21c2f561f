import { describe, expect, test } from 'vitest'
import { crossingOf, day, hour, minute, noon, searched, standings, traveller, why } from './search-in.ts'

const an = traveller('Nguyễn Văn An', { birthDate: '1999-02-26', numbers: ['024099012345'] })
const anByName = { kind: 'person', number: null, name: 'nguyen van an', birthDate: '1999-02-26' } as const
const anByNumber = { kind: 'person', number: '024 099 012 345', name: null, birthDate: null } as const
const car = { kind: 'plate', plate: '98a12345' } as const

describe.each(standings)('of crossings that $title,', ({ standing }) => {
  describe('a person’s trace', () => {
    test('tells of the same crossing, the same vehicle another time, and the lane at that time, in this order', async () => {
      const { record, met } = await searched(standing)
      record(crossingOf('29C-111.11', ['Trước']), noon - 10 * minute)
      record(crossingOf('98A-123.45', ['Hôm qua']), noon - day)
      record(crossingOf('98A-123.45', ['Lái xe', an]), noon)
      record(crossingOf(null, ['Sau', 'Cùng sau']), noon + 15 * minute)
      record(crossingOf('98A-123.45', ['Lượt về']), noon + 5 * minute)
      record(crossingOf('29C-111.11', ['Quá xa']), noon + 15 * minute + 1)
      expect(met(anByName)).toEqual([
        'subject Nguyễn Văn An',
        'same-crossing Lái xe',
        'same-vehicle Hôm qua',
        'same-vehicle Lượt về',
        'nearby Trước',
        'nearby Sau',
        'nearby Cùng sau',
      ])
      expect(met(anByNumber)).toEqual(met(anByName))
    })

    test('says how far each was from the nearest of several crossings', async () => {
      const { record, lines } = await searched(standing)
      record(crossingOf('98A-123.45', [an]), noon)
      record(crossingOf('98A-123.45', [an]), noon + hour)
      const seq = record(
        crossingOf('29C-111.11', [traveller('Sau', { birthDate: '1980-01-01', numbers: ['001080000001'] })]),
        noon + 10 * minute,
      )
      expect(lines(anByName).at(-1)).toEqual({
        relation: 'nearby',
        crossing: seq,
        at: noon + 10 * minute,
        enteredAt: null,
        direction: 'in',
        onFoot: false,
        plate: '29C-111.11',
        decision: 'admitted',
        name: 'Sau',
        birthDate: '1980-01-01',
        numbers: ['001080000001'],
        minutesApart: 10,
      })
    })

    test('is not about others with the name, or with a number that begins alike', async () => {
      const { record, met } = await searched(standing)
      record(crossingOf('98A-123.45', [traveller('Nguyễn Văn An', { birthDate: '1970-01-01' })]))
      record(crossingOf('98A-123.45', [traveller('Nguyễn Văn Anh', { birthDate: '1999-02-26' })]))
      record(crossingOf('98A-123.45', [traveller('Người khác', { numbers: ['0240990123456'] })]))
      for (const subject of [anByName, anByNumber]) expect(met(subject)).toEqual([])
    })

    test('tells a namesake in the same crossing apart', async () => {
      const { record, met } = await searched(standing)
      record(crossingOf('98A-123.45', [an, traveller('Nguyễn Văn An', { birthDate: '1970-01-01' })]))
      expect(met(anByName)).toEqual(['subject Nguyễn Văn An', 'same-crossing Nguyễn Văn An'])
    })

    test('asks for the birth date with a name, and for a whole number', async () => {
      const { record, met } = await searched(standing)
      record(crossingOf('98A-123.45', [an]))
      const nobody = { kind: 'person', number: null, name: null, birthDate: null } as const
      expect(met(nobody)).toEqual([])
      expect(met({ ...nobody, name: 'Nguyễn Văn An' })).toEqual([])
      expect(met({ ...nobody, birthDate: '1999-02-26' })).toEqual([])
      record(crossingOf('98A-123.45', [traveller('Nguyễn Văn An')]))
      expect(met({ ...nobody, name: 'Nguyễn Văn An' })).toEqual([])
      record(crossingOf('98A-123.45', [traveller('Trần Thị Hà', { numbers: ['********2345'] })]))
      expect(met({ ...nobody, number: '********2345' })).toEqual([])
    })

    test('finds them by number where the name is written otherwise, and by both at once', async () => {
      const { record, met } = await searched(standing)
      record(crossingOf('98A-123.45', [{ ...an, name: 'NGUYEN AN' }]))
      record(crossingOf('29C-111.11', [{ ...an, numbers: [] }]))
      expect(met(anByNumber)).toEqual(['subject NGUYEN AN', 'nearby Nguyễn Văn An'])
      expect(met({ ...anByName, number: '024099012345' })).toEqual(['subject NGUYEN AN', 'subject Nguyễn Văn An'])
    })

    test('does not follow a trailer to another tractor', async () => {
      const { record, met } = await searched(standing)
      const tractor = (plate: string, name: string | typeof an, at: number): number => {
        const plain = crossingOf(plate, [name])
        return record({ ...plain, vehicle: { ...plain.vehicle!, trailerPlate: '98R-012.34' } }, at)
      }
      tractor('98C-111.11', an, noon)
      tractor('98C-222.22', 'Lái xe khác', noon + day)
      const pulled = crossingOf('98C-333.33', ['Người kéo'])
      record({ ...pulled, vehicle: { ...pulled.vehicle!, trailerPlate: '98C-111.11' } }, noon + 2 * day)
      expect(met(anByName)).toEqual(['subject Nguyễn Văn An'])
    })
  })

  describe('a vehicle’s trace', () => {
    test('has a line for each of its crossings, and who was in them', async () => {
      const { record, met } = await searched(standing)
      record(crossingOf('98A-123.45', ['Lái xe', 'Khách']), noon)
      record(crossingOf('98A-123.45', ['Lái xe']), noon + day)
      record(crossingOf('98A-123.4', ['Người khác']), noon + 2 * day)
      record(crossingOf('29C-111.11', ['Sau']), noon + 10 * minute)
      expect(met(car)).toEqual([
        'subject —',
        'subject —',
        'same-crossing Lái xe',
        'same-crossing Khách',
        'same-crossing Lái xe',
        'nearby Sau',
      ])
    })

    test('is not about a person whose number reads like its plate', async () => {
      const { record, met } = await searched(standing)
      record(crossingOf('29C-111.11', [traveller('Khách', { numbers: ['98A12345'] })]))
      expect(met(car)).toEqual([])
    })

    test('finds it as a trailer too', async () => {
      const { record, met } = await searched(standing)
      const plain = crossingOf('98C-111.11', ['Lái xe'])
      record({ ...plain, vehicle: { ...plain.vehicle!, trailerPlate: '98R-012.34' } })
      expect(met({ kind: 'plate', plate: '98R01234' })).toEqual(['subject —', 'same-crossing Lái xe'])
    })

    test('of what is no plate is empty', async () => {
      const { met } = await searched(standing)
      expect(met({ kind: 'plate', plate: '…' })).toEqual([])
    })
  })

  describe('the window', () => {
    test('holds the subject’s own crossings and the vehicle’s others', async () => {
      const { record, met } = await searched(standing)
      record(crossingOf('98A-123.45', ['Quá sớm', an]), noon - 1)
      record(crossingOf('98A-123.45', [an]), noon)
      record(crossingOf('98A-123.45', ['Quá muộn']), noon + day)
      expect(met(anByName, { from: noon, to: noon + day, withinMinutes: 0 })).toEqual(['subject Nguyễn Văn An'])
    })

    test('does not hide who was in the lane just before it', async () => {
      const { record, met } = await searched(standing)
      record(crossingOf('29C-111.11', ['Trước']), noon - minute)
      record(crossingOf('98A-123.45', [an]), noon)
      expect(met(anByName, { from: noon })).toEqual(['subject Nguyễn Văn An', 'nearby Trước'])
    })
  })

  test('voided crossings are left out, the subject’s own and those of others', async () => {
    const { journal, record, met } = await searched(standing)
    const voided = [
      record(crossingOf('98A-123.45', ['Không có thật', an]), noon + day),
      record(crossingOf('98A-123.45', ['Không đi'])),
      record(crossingOf('29C-111.11', ['Không sau'])),
    ]
    record(crossingOf('98A-123.45', [an]))
    for (const of of voided) journal.voidCrossing(of, { undone: false, why }, noon + 2 * day)
    expect(met(anByName)).toEqual(['subject Nguyễn Văn An'])
  })

  test('an amended crossing is traced as it is now', async () => {
    const { journal, record, met } = await searched(standing)
    const seq = record(crossingOf('98A-123.45', ['Lái xe', an]))
    expect(met(car)).toHaveLength(3)
    journal.amendCrossing(seq, crossingOf('29C-678.90', ['Lái xe', an]), why, noon + day)
    expect(met(car)).toEqual([])
    expect(met({ kind: 'plate', plate: '29C-678.90' })).toHaveLength(3)
  })

  test('a list of more than three thousand lines is cut, and says so', async () => {
    const { journal, record } = await searched(standing)
    const crowd = Array.from({ length: 100 }, (_, count) => `Người ${count}`)
    record(crossingOf('98A-123.45', [an]), noon)
    for (let count = 0; count < 50; count++) record(crossingOf('29B-111.11', crowd), noon + count)
    const query = { subject: anByName, from: noon, to: noon + day, withinMinutes: 1 }
    const answer = journal.trace(query)
    expect(answer.lines).toHaveLength(3000)
    expect(answer.more).toBe(true)
    expect(journal.trace({ ...query, subject: anByNumber, withinMinutes: 0 })).toMatchObject({ more: false })
  })
})
