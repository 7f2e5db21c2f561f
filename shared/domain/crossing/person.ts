/** Who a traveller is, by the best of what they showed: papers before a result, both before what is only said. */
import type { Evidence } from './open-crossing.ts'

export interface Person {
  name: string | null
  /** As shared/domain/time/calendar-date.ts writes it. */
  birthDate: string | null
  /** Identity numbers, the document's first. */
  numbers: string[]
}

/** The person that one thing shown names. */
export function personOf(evidence: Evidence): Person {
  switch (evidence.kind) {
    case 'document': {
      const { name, birthDate, number, oldNumber } = evidence.document
      return { name, birthDate, numbers: [number, oldNumber].filter((each) => each !== null) }
    }
    case 'certificate': {
      const { name, birthDate, number } = evidence.certificate.holder
      return { name, birthDate, numbers: number === null ? [] : [number] }
    }
    case 'stated': {
      const { name, birthDate, number } = evidence
      return { name, birthDate, numbers: number === null ? [] : [number] }
    }
    case 'earlier': {
      const { name, birthDate, numbers } = evidence.traveller
      return { name, birthDate, numbers }
    }
    case 'paper':
      return { name: null, birthDate: null, numbers: [] }
  }
}

const trusted: readonly Evidence['kind'][] = ['document', 'certificate', 'earlier', 'stated', 'paper']

/** The person that all of it names together. */
export function bestPerson(evidence: readonly Evidence[]): Person {
  const people = evidence
    .toSorted((one, other) => trusted.indexOf(one.kind) - trusted.indexOf(other.kind))
    .map(personOf)
  return {
    name: people.find(({ name }) => name !== null)?.name ?? null,
    birthDate: people.find(({ birthDate }) => birthDate !== null)?.birthDate ?? null,
    numbers: [...new Set(people.flatMap(({ numbers }) => numbers))],
  }
}
