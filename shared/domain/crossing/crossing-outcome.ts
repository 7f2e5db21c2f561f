/**
 * What a crossing comes to as a whole: the one rule for its panel, its rows, its record and what may be decided. One
 * good result in a vehicle says nothing of the others who sit in it.
 */
import { finding } from '../finding/finding.ts'
import { isWholePlate, readPlate } from '../plate/plate.ts'
import type { Finding, Outcome } from '../finding/verdict.ts'
import type { Vehicle } from './crossing.ts'
import type { OpenCrossing } from './open-crossing.ts'
import type { TravellerVerdict } from './traveller-verdict.ts'

/**
 * Whether everybody is there. `alone`: one person whom no vehicle can hide another beside, so that person and crossing are
 * one; `uncounted`: nobody has said how many there are; `met`: as many as were counted; `surplus`: more.
 */
export const completenesses = ['nobody', 'alone', 'uncounted', 'missing', 'met', 'surplus'] as const
export type Completeness = (typeof completenesses)[number]

export interface CrossingOutcome {
  /** As it is decided and recorded: the worst of all, and a check where somebody is missing. */
  outcome: Outcome
  /** The worst of those who are there: the panel's word, colour and shape. Nobody is a check, and so is one too many. */
  worst: Outcome
  /** Everybody is there and accepted: only then is the panel filled green, and the chime is that of admitting. */
  filled: boolean
  completeness: Completeness
  /** How many of those who are there came out how; who is unreadable is to be checked. */
  accepted: number
  check: number
  rejected: number
  /** Of those who were counted, how many have neither been scanned nor typed. */
  missing: number
  /** How many there are beyond those who were counted. */
  surplus: number
  /** What speaks against the crossing itself, whoever is in it. */
  reasons: Finding[]
}

/** The open crossing with all that is concluded of it. */
export interface JudgedCrossing {
  crossing: OpenCrossing
  /** One a traveller, in order. */
  verdicts: readonly TravellerVerdict[]
  whole: CrossingOutcome
}

/** @param about what is known against the vehicle */
export function judgedCrossing(
  crossing: OpenCrossing,
  verdicts: readonly TravellerVerdict[],
  about: readonly Finding[] = [],
): JudgedCrossing {
  return { crossing, verdicts, whole: outcomeOf(crossing, verdicts, about) }
}

/**
 * @param verdicts one a traveller, in order
 * @param about what is known against the vehicle
 */
export function outcomeOf(
  crossing: OpenCrossing,
  verdicts: readonly Pick<TravellerVerdict, 'outcome'>[],
  about: readonly Finding[] = [],
): CrossingOutcome {
  const { people } = crossing
  const there = verdicts.length
  const accepted = verdicts.filter(({ outcome }) => outcome === 'accepted').length
  const rejected = verdicts.filter(({ outcome }) => outcome === 'rejected').length
  const check = there - accepted - rejected
  const missing = Math.max(0, (people ?? 0) - there)
  const surplus = people === null ? 0 : Math.max(0, there - people)
  const tooMany = surplus > 0 ? [finding('people-surplus', { there, counted: people ?? 0 })] : []
  const reasons = [...about, ...plateFindings(crossing), ...tooMany]
  const good = there > 0 && accepted === there && reasons.length === 0
  const worst = rejected > 0 ? 'rejected' : good ? 'accepted' : 'check'
  const completeness = completenessOf(crossing, there)
  return {
    outcome: worst === 'accepted' && missing > 0 ? 'check' : worst,
    worst,
    filled: worst === 'accepted' && (completeness === 'met' || completeness === 'alone'),
    completeness,
    accepted,
    check,
    rejected,
    missing,
    surplus,
    reasons,
  }
}

/** A plate that was half typed when something else was done: it stands as it was typed, and is for nobody's plate. */
function plateFindings({ vehicle }: OpenCrossing): Finding[] {
  const plate = vehicle?.plate
  return plate && !isWholePlate(plate) ? [finding('plate-incomplete', { plate })] : []
}

function completenessOf({ people, vehicle, awaitingNext }: OpenCrossing, there: number): Completeness {
  if (there === 0) return 'nobody'
  if (people === null) return there === 1 && !awaitingNext && carriesOne(vehicle) ? 'alone' : 'uncounted'
  if (there === people) return 'met'
  return there < people ? 'missing' : 'surplus'
}

/** On foot, on a motorbike, or of a vehicle of which nothing is written yet: the first scan. */
function carriesOne(vehicle: Vehicle | null): boolean {
  if (vehicle === null || vehicle.kind === 'motorbike') return true
  if (vehicle.kind === null && vehicle.plate !== null) return readPlate(vehicle.plate)?.kind === 'motorbike'
  return Object.values(vehicle).every((field) => field === null)
}

const urgency: Record<Outcome, number> = { rejected: 0, unreadable: 1, check: 1, accepted: 2 }

/** Rows for a list that is longer than the screen: the red ones on top, then those to be checked, each in their order. */
export function urgentFirst<T extends { outcome: Outcome }>(travellers: readonly T[]): T[] {
  return travellers.toSorted((one, other) => urgency[one.outcome] - urgency[other.outcome])
}
