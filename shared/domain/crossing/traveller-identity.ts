/** Whether what a traveller shows is all of one person. */
import {
  compareIdentities,
  identityOfDocument,
  identityOfHolder,
  type Identity,
  type IdentityComparison,
} from '../person/identity.ts'
import { readIdentityNumber } from '../person/identity-number.ts'
import type { IdentityStanding } from './crossing.ts'
import type { Evidence, OpenTraveller } from './open-crossing.ts'

/** The person that one thing shown names; null where it names none. The same object each time. */
export function identityOfEvidence(evidence: Evidence): Identity | null {
  const about = contentOf(evidence)
  const known = namedBy.get(about)
  if (known !== undefined) return known
  const identity = readIdentity(evidence)
  namedBy.set(about, identity)
  return identity
}

/** What names the person: it stays the same object while what surrounds it is changed. */
function contentOf(evidence: Evidence): object {
  switch (evidence.kind) {
    case 'certificate':
      return evidence.certificate.holder
    case 'document':
      return evidence.document
    case 'earlier':
      return evidence.traveller
    case 'stated':
    case 'paper':
      return evidence
  }
}

const namedBy = new WeakMap<object, Identity | null>()

function readIdentity(evidence: Evidence): Identity | null {
  switch (evidence.kind) {
    case 'certificate':
      return identityOfHolder(evidence.certificate.holder)
    case 'document':
      return identityOfDocument(evidence.document)
    case 'stated':
      return claimed(evidence.name, evidence.birthDate, [evidence.number])
    case 'earlier': {
      const { name, birthDate, numbers } = evidence.traveller
      return name === null ? null : claimed(name, birthDate, numbers)
    }
    case 'paper':
      return null
  }
}

function claimed(name: string, birthDate: string | null, numbers: readonly (string | null)[]): Identity {
  const read = numbers.map((number) => (number === null ? null : readIdentityNumber(number)))
  return { names: [name], birthDate, numbers: read.filter((number) => number !== null) }
}

/** Comparisons that were made, by the pair: a scan is compared with what is there, and what is there is not compared anew. */
const made = new WeakMap<Identity, WeakMap<Identity, IdentityComparison>>()

let steps = 0

/** How many comparisons of two people were made so far: the work of a scan, counted. */
export function comparisonsMade(): number {
  return steps
}

function compare(one: Identity, other: Identity): IdentityComparison {
  const known = made.get(one)?.get(other) ?? made.get(other)?.get(one)
  if (known) return known
  steps += 1
  const comparison = compareIdentities(one, other)
  const ofOne = made.get(one) ?? new WeakMap<Identity, IdentityComparison>()
  made.set(one, ofOne.set(other, comparison))
  return comparison
}

const severity = { same: 0, look: 1, different: 2 } as const

const worse = (one: IdentityComparison, other: IdentityComparison): IdentityComparison =>
  severity[other.outcome] > severity[one.outcome] ? other : one

/** How something newly shown stands to all that a traveller has shown; null where there is nothing to compare with. */
export function compareWithTraveller(evidence: Evidence, traveller: OpenTraveller): IdentityComparison | null {
  const identity = identityOfEvidence(evidence)
  if (!identity) return null
  const comparisons = traveller.evidence
    .map(identityOfEvidence)
    .filter((other) => other !== null)
    .map((other) => compare(identity, other))
  const [first, ...rest] = comparisons
  if (!first) return null
  // One contradiction parts them; short of that, one whole agreement is enough.
  const worst = rest.reduce(worse, first)
  return worst.outcome === 'different' ? worst : (comparisons.find(({ outcome }) => outcome === 'same') ?? worst)
}

/** How the things that a traveller shows stand to each other: the worst of all pairs counts. */
export function identityOf({ evidence, confirmed }: OpenTraveller): {
  standing: IdentityStanding
  comparison: IdentityComparison | null
} {
  const identities = evidence.map(identityOfEvidence).filter((identity) => identity !== null)
  const comparisons = identities.flatMap((one, index) =>
    identities.slice(index + 1).map((other) => compare(one, other)),
  )
  const [first, ...rest] = comparisons
  if (!first) return { standing: 'alone', comparison: null }
  const comparison = rest.reduce(worse, first)
  return { standing: confirmed && comparison.outcome === 'look' ? 'confirmed' : comparison.outcome, comparison }
}
