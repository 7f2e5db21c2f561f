/** Whom a trace is about: how the index is asked for them, and which crossings and travellers they are. */
import * as v from 'valibot'
import type { TraceQuery } from '../../../shared/contract/trace-schemas.ts'
import { readIdentityNumber } from '../../../shared/domain/person/identity-number.ts'
import { foldName } from '../../../shared/domain/person/names.ts'
import { readPlate } from '../../../shared/domain/plate/plate.ts'
import type { CrossingRow } from '../crossings/crossing-line.ts'
import { exactly, type Wanted } from './wanted.ts'
import { codeOf, readingsOfName, termOfPerson } from './terms.ts'

/** What of a payload a trace tells: less than the whole crossing, so that thousands can be read at once. */
export const tracedSchema = v.object({
  crossing: v.object({
    vehicle: v.nullable(v.object({ plate: v.nullable(v.string()) })),
    travellers: v.array(
      v.object({ name: v.nullable(v.string()), birthDate: v.nullable(v.string()), numbers: v.array(v.string()) }),
    ),
  }),
})
type Traced = v.InferOutput<typeof tracedSchema>['crossing']
export type Traveller = Traced['travellers'][number]

/** A crossing with its row. */
export interface Passage {
  row: CrossingRow
  crossing: Traced
}

/** A vehicle or a person, to be recognised. */
export interface Subject {
  /** What the index is asked for: all their crossings have one of these terms, and some others may. */
  wanted: Wanted[]
  isIn(passage: Passage): boolean
  /** Whether a traveller is the person that the trace is about; never for a vehicle. */
  is(traveller: Traveller): boolean
}

/** Reads whom a query is about; null where it says nothing that could be found. */
export function readSubject(subject: TraceQuery['subject']): Subject | null {
  return subject.kind === 'plate' ? vehicle(subject.plate) : person(subject)
}

function vehicle(plate: string): Subject | null {
  const key = readPlate(plate)?.key
  if (key === undefined) return null
  return {
    wanted: [exactly(key)],
    isIn: ({ row }) => row.plate === key || row.trailer === key,
    is: () => false,
  }
}

/** A number is enough; a name is so only with its birth date. */
function person({ number, name, birthDate }: { number: string | null; name: string | null; birthDate: string | null }) {
  const read = number === null || number.includes('*') ? null : readIdentityNumber(number)
  const folded = name === null ? '' : foldName(name)
  const named = folded !== '' && birthDate !== null
  const wanted: Wanted[] = []
  if (read) wanted.push(exactly(codeOf(read.text)))
  if (named) {
    for (const words of readingsOfName(folded)) wanted.push(exactly(termOfPerson(words.join(' '), birthDate)))
  }
  if (wanted.length === 0) return null
  const has = (traveller: Traveller): boolean => traveller.numbers.some((each) => sameNumber(each, read))
  const isCalled = (traveller: Traveller): boolean =>
    named && traveller.birthDate === birthDate && traveller.name !== null && foldName(traveller.name) === folded
  const is = (traveller: Traveller): boolean => has(traveller) || isCalled(traveller)
  return { wanted, is, isIn: ({ crossing }: Passage) => crossing.travellers.some(is) }
}

function sameNumber(number: string, other: ReturnType<typeof readIdentityNumber>): boolean {
  const read = readIdentityNumber(number)
  return read !== null && read.kind === other?.kind && read.text === other.text
}
