/** What is asked of a journal in the benchmark: searches and traces as officers and health authorities make them. */
import type { SearchQuery } from '../../shared/contract/crossing-line-schemas.ts'
import type { TraceQuery } from '../../shared/contract/trace-schemas.ts'
import { foldName } from '../../shared/domain/person/names.ts'
import { crossingsADay, instantOf } from './fill-journal.ts'
import { rareSurnames } from '../../main/practice/names.ts'
import { chance } from '../../main/practice/chance.ts'
import { person, plate } from '../../main/practice/people.ts'
import { peopleIn } from './travellers.ts'

const asked = 200
const day = 86_400_000

/** One kind of question, many times with something else in it. */
export type Questions =
  | { kind: string; searches: SearchQuery[]; traces?: undefined }
  | { kind: string; traces: TraceQuery[]; searches?: undefined }

const anything: Omit<SearchQuery, 'text'> = { from: null, to: null, decision: null, direction: null }

const commonNames = [
  'nguyen van',
  'Nguyễn Thị',
  'tran van',
  'le thi',
  'NGUYEN',
  'pham van',
  'hoang',
  'thi huong',
  'a',
  'n',
]
const apart = ['nguyen huong', 'tran hung', 'le anh', 'pham linh', 'hoang tuan', 'vu trang', 'dang son', 'bui hoa']
/** Names of which every word is common, and which nobody has: two surnames. */
const neverTogether = [
  'tran pham',
  'le hoang phan',
  'vu dang',
  'bui do',
  'hoang bui',
  'phan vu',
  'tran le',
  'dang phan',
]

/** The questions to a journal of so many crossings that begins at an instant (epoch milliseconds). */
export function questionsTo(crossings: number, begin: number): Questions[] {
  const draw = chance(2021)
  const serials = Array.from({ length: asked }, () => Math.floor(draw() * crossings))
  const plates = serials.map((serial) => plate(peopleIn(serial).vehicle))
  const people = serials.map((serial) => person(peopleIn(serial).ids[1 + (serial % 3)] ?? 0))
  const rare = Array.from({ length: 40_000 }, (_, id) => person(130_000 + id).name).filter((name) =>
    rareSurnames.some((surname) => name.startsWith(`${surname} `)),
  )
  const searches = (kind: string, texts: readonly string[], scope = anything): Questions => ({
    kind,
    searches: serials.map((_, index) => ({ ...scope, text: texts[index % texts.length] ?? '' })),
  })
  const windows = serials.map((serial) => {
    const at = instantOf(serial, begin)
    return { from: at - 7 * day, to: at + 7 * day, withinMinutes: 15 }
  })
  return [
    searches('plate', plates),
    searches(
      'part of a plate',
      plates.map((each) => each.slice(-6).replace('.', '')),
    ),
    searches(
      'beginning of a plate',
      plates.map((each) => each.slice(0, 6)),
    ),
    searches(
      'plate that never came',
      plates.map((each) => `51${each.slice(2)}`),
    ),
    searches('rare name', rare),
    searches(
      'name',
      people.map(({ name }) => foldName(name).toLowerCase()),
    ),
    searches('common name', commonNames),
    searches('words not adjacent', apart),
    searches('common words never together', neverTogether),
    searches(
      'name that nobody has',
      serials.map((serial) => `Quýnh Xoạn Ngoạc ${['Ẻng', 'Uỷn', 'Zơ'][serial % 3]}`),
    ),
    searches(
      'number',
      people.map(({ number }) => number),
    ),
    searches(
      'last four digits',
      people.map(({ number }) => number.slice(-4)),
    ),
    searches(
      'number that never came',
      people.map(({ number }) => `9${number.slice(1)}`),
    ),
    searches('newest', ['']),
    searches('referred, any', [''], { ...anything, decision: 'referred' }),
    searches('referred, common name', commonNames, { ...anything, decision: 'referred' }),
    {
      kind: 'trace of a plate',
      traces: windows.map((window, index) => ({ ...window, subject: { kind: 'plate', plate: plates[index] ?? '' } })),
    },
    {
      kind: 'trace of a person',
      traces: windows.map((window, index) => {
        const { name, birthDate, number } = people[index] ?? person(0)
        return {
          ...window,
          subject: {
            kind: 'person',
            ...(index % 2 === 0 ? { number, name: null, birthDate: null } : { number: null, name, birthDate }),
          },
        }
      }),
    },
    {
      kind: 'trace of a plate through a year, four hours about',
      traces: windows.map((_, index) => ({
        subject: { kind: 'plate', plate: plates[index] ?? '' },
        from: begin,
        to: begin + (crossings / crossingsADay + 1) * day,
        withinMinutes: 240,
      })),
    },
  ]
}
