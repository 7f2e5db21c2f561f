import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { traceCsv, traceFileName } from '../../../../renderer/screens/records/trace/trace-csv.ts'
import {
  emptyTrace,
  readTrace,
  traceOfTraveller,
  traceOfVehicle,
  type TraceFields,
} from '../../../../renderer/screens/records/trace/trace-query.ts'
import { traceQuerySchema } from '../../../../shared/contract/trace-schemas.ts'
import { aRecorded, aTraceLine, aTraveller, now } from './recorded.ts'

const readOf = (changes: Partial<TraceFields>) => readTrace({ ...emptyTrace(now), ...changes })
const instant = (day: string): number => Date.parse(`${day}T00:00:00+07:00`)

describe('the question of a trace', () => {
  it('is about the last 30 days, today with them, and half an hour in the lane', () => {
    const read = readOf({ plate: '98A-123.45' })
    expect(read).toEqual({
      ok: true,
      query: {
        subject: { kind: 'plate', plate: '98A-123.45' },
        from: instant('2026-10-24'),
        to: instant('2026-11-23'),
        withinMinutes: 30,
      },
    })
    expect(read.ok && v.is(traceQuerySchema, read.query)).toBe(true)
  })

  it('of a person needs a number, or name and whole date of birth', () => {
    const person = { kind: 'person' } as const
    expect(readOf({ ...person, number: '024099001234' })).toMatchObject({
      query: { subject: { kind: 'person', number: '024099001234', name: null, birthDate: null } },
    })
    expect(readOf({ ...person, name: 'An', birthDate: '26/02/1999' })).toMatchObject({
      query: { subject: { number: null, name: 'An', birthDate: '1999-02-26' } },
    })
    expect(readOf({ ...person, name: 'An' })).toEqual({ ok: false, fault: 'person' })
    expect(readOf({ ...person, name: 'An', birthDate: '1999' })).toEqual({ ok: false, fault: 'birth' })
  })

  it.each([
    ['plate', { plate: ' ' }],
    ['days', { plate: '98A', from: '' }],
    ['from', { plate: '98A', from: 'hôm qua' }],
    ['order', { plate: '98A', from: '22/11/2026', to: '21/11/2026' }],
    ['minutes', { plate: '98A', minutes: '241' }],
    ['minutes', { plate: '98A', minutes: '' }],
  ] as const)('names the field that is missing or wrong: %s', (fault, fields) => {
    expect(readOf(fields)).toEqual({ ok: false, fault })
  })

  it('begins from a crossing with its vehicle or its traveller, and the days before it', () => {
    const at = instant('2026-09-30')
    expect(traceOfVehicle(aRecorded().crossing, at, now)).toMatchObject({
      plate: '98A-123.45',
      from: '01/09/2026',
      to: '22/11/2026',
    })
    expect(traceOfTraveller(aTraveller(), at, now)).toMatchObject({
      kind: 'person',
      number: '024099001234',
      birthDate: '26/02/1999',
    })
  })

  it('does not begin from what nobody can be found by', () => {
    expect(traceOfVehicle({ vehicle: null }, now, now)).toBeNull()
    expect(traceOfTraveller(aTraveller({ numbers: ['******001234'], birthDate: '1999' }), now, now)).toBeNull()
    expect(traceOfTraveller(aTraveller({ numbers: ['******001234'] }), now, now)).toMatchObject({ number: '' })
  })
})

/** Reads RFC 4180 back; the byte order mark is taken off. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = []
  for (const [, row = ''] of csv.slice(1).matchAll(/((?:"(?:[^"]|"")*"|[^"\r\n])*)\r\n/g)) {
    const cells = [...row.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell = '']) => cell)
    rows.push(cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)))
  }
  return rows
}

describe('the list of a trace as a file', () => {
  it('says in itself and by its name that it is practice', () => {
    expect(traceCsv({ lines: [], more: false }, 'practice')).toContain('TẬP HUẤN')
    expect(traceCsv({ lines: [], more: false }, 'real')).not.toContain('TẬP HUẤN')
    expect(traceFileName(now, 'practice', 'csv')).toBe('tap-huan-truy-vet-20261122-0742.csv')
  })

  it('has a byte order mark, lines that end as RFC 4180 has them, and titles in both languages', () => {
    const csv = traceCsv({ lines: [], more: false }, 'real')
    expect(csv.codePointAt(0)).toBe(0xfeff)
    expect(csv.endsWith('\r\n')).toBe(true)
    expect(rowsOf(csv)[0]).toContain('Họ và tên (Name)')
  })

  it('has a row for each line', () => {
    expect(rowsOf(traceCsv({ lines: [aTraceLine()], more: false }, 'real'))[1]).toEqual([
      'Trong làn gần lúc đó',
      '9',
      '07:42 22/11/2026',
      '',
      'ra tỉnh',
      '98A-123.45',
      'Từ chối',
      'Trần Thị Bình',
      '01/07/1985',
      '024185004321',
      '12',
    ])
  })

  it('says when a line was entered, where that was later', () => {
    const lines = [aTraceLine({ enteredAt: now + 3_600_000 })]
    expect(rowsOf(traceCsv({ lines, more: false }, 'real'))[1]?.[3]).toBe('08:42 22/11/2026')
  })

  it.each(['=HYPERLINK("http://x")', '+84', '-1', '@SUM(A1)', '＝1'])('makes no formula of %j', (name) => {
    expect(rowsOf(traceCsv({ lines: [aTraceLine({ name })], more: false }, 'real'))[1]?.[7]).toBe(`'${name}`)
  })

  it.each([
    ['\n=1', "'=1"],
    ['\u200B=1', "'=1"],
    ['\t=1', "'=1"],
    [';=1', ";'=1"],
    ['An; +1', "An; '+1"],
    ['An\r\nVALID', 'An VALID'],
    ['Lê-Na', 'Lê-Na'],
  ])('makes a harmless text of %j', (name, shown) => {
    expect(rowsOf(traceCsv({ lines: [aTraceLine({ name })], more: false }, 'real'))[1]?.[7]).toBe(shown)
  })

  it('keeps commas and quotes within their cell', () => {
    const name = 'Lê "Bảy", tài xế'
    expect(rowsOf(traceCsv({ lines: [aTraceLine({ name }), aTraceLine()], more: false }, 'real'))[1]?.[7]).toBe(name)
  })

  it('says that it was cut short, and only then', () => {
    expect(traceCsv({ lines: [aTraceLine()], more: true }, 'real')).toContain('DANH SÁCH CHƯA ĐỦ')
    expect(traceCsv({ lines: [aTraceLine()], more: false }, 'real')).not.toContain('CHƯA ĐỦ')
  })

  it('is named for the minute in Viet Nam', () => {
    expect(traceFileName(now, 'real', 'csv')).toBe('truy-vet-20261122-0742.csv')
    expect(traceFileName(Date.parse('2026-11-22T20:05:00Z'), 'real', 'pdf')).toBe('truy-vet-20261123-0305.pdf')
  })
})
