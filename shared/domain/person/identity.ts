/**
 * Is the holder of this certificate the person of this document, or of that other certificate?
 *
 * Conservative both ways. `same` needs a matching name and an equal whole birth date or an equal unmasked number, and
 * nothing that disagrees. `different` needs a contradiction that no mask, typing slip or renewed paper explains.
 * All between is for the officer to look at.
 */
import type { Holder } from '../../certificate/certificate.ts'
import type { Document } from '../../document/document.ts'
import { compareBirthDates, type BirthDateComparison } from './birth-date.ts'
import {
  compareIdentityNumbers,
  readIdentityNumber,
  type IdentityNumber,
  type NumberComparison,
} from './identity-number.ts'
import type { IdentityReason } from './identity-reasons.ts'
import { identityReasons } from './identity-reasons.ts'
import { compareNames, type NameComparison } from './name-comparison.ts'

/** What of a person can be compared. */
export interface Identity {
  /** Ways of writing the one name. */
  names: readonly string[]
  birthDate: string | null
  numbers: readonly IdentityNumber[]
}

export interface IdentityComparison {
  outcome: 'same' | 'look' | 'different'
  /** What agreed, what could not be said and what disagreed, for the screen to say why. */
  reasons: IdentityReason[]
}

/** The person a certificate names. */
export function identityOfHolder(holder: Holder): Identity {
  const { name, transliterated, birthDate } = holder
  const number = holder.number === null ? null : readIdentityNumber(holder.number)
  return {
    names: transliterated ? [name, `${transliterated.family}<<${transliterated.given}`] : [name],
    birthDate,
    numbers: number ? [number] : [],
  }
}

/** The person a document claims. */
export function identityOfDocument({ name, birthDate, number, oldNumber }: Document): Identity {
  const numbers = [number, oldNumber].map((text) => (text === null ? null : readIdentityNumber(text)))
  return { names: [name], birthDate, numbers: numbers.filter((read) => read !== null) }
}

const ofName: Record<NameComparison, IdentityReason> = {
  equal: 'name-equal',
  reordered: 'name-reordered',
  respaced: 'name-respaced',
  repeated: 'name-repeated',
  'part-missing': 'name-part-missing',
  partial: 'name-partial',
  unrelated: 'name-different',
  unknown: 'name-unknown',
  'too-long': 'name-too-long',
}

const ofBirthDate: Record<BirthDateComparison, IdentityReason> = {
  equal: 'birth-date-equal',
  compatible: 'birth-date-compatible',
  swapped: 'birth-date-swapped',
  contradicting: 'birth-date-different',
  unknown: 'birth-date-unknown',
}

/** A number that only one side has says nothing, so `unknown` has no reason of its own. */
const ofNumber: Record<Exclude<NumberComparison, 'unknown'>, IdentityReason> = {
  equal: 'number-equal',
  compatible: 'number-compatible',
  contradicting: 'number-different',
  differing: 'number-differs',
}

/** Compares two people. The answer is the same whichever comes first. */
export function compareIdentities(one: Identity, other: Identity): IdentityComparison {
  const birthDate = compareBirthDates(one.birthDate, other.birthDate)
  const number = compareIdentityNumbers(one.numbers, other.numbers)
  const reasons = [ofName[compareNames(one.names, other.names)], ofBirthDate[birthDate]]
  if (number !== 'unknown') reasons.push(ofNumber[number])
  const standings = reasons.map((reason) => identityReasons[reason].standing)
  if (standings.includes('disagrees')) return { outcome: 'different', reasons }
  const nameAgrees = standings[0] === 'agrees'
  const proved = birthDate === 'equal' || number === 'equal'
  const doubtful = birthDate === 'swapped' || number === 'differing'
  return { outcome: nameAgrees && proved && !doubtful ? 'same' : 'look', reasons }
}
