/**
 * The totals of a time, as screen, file and paper show them: one shape, so that no two of them can differ. Everything is
 * counted from crossings that count; what was voided or erased is said beside it.
 */
import type { Decision, Direction, ReasonCode, VehicleKind } from '../../../shared/domain/crossing/crossing.ts'
import type { FindingCode } from '../../../shared/domain/finding-codes.ts'
import type { Outcome } from '../../../shared/domain/verdict.ts'

/** A vehicle's kind; `on-foot`: none; `unsaid`: nobody said what it was. */
export type CountedKind = VehicleKind | 'on-foot' | 'unsaid'

/** Crossings and the people in them. */
export interface Count {
  crossings: number
  people: number
}

/** A count of something that is called by a text. */
export interface Named extends Count {
  name: string
}

/** The most that are named singly: what fits a page beside the rest. */
export const mostNamed = 20

export interface Totals {
  all: Count
  byDirection: Record<Direction, Count>
  /** By the hour in which they happened, 0 to 23, in Viet Nam. */
  byHour: Record<Direction, readonly number[]>
  /** Of each crossing as a whole. */
  byOutcome: Record<Outcome, Count>
  /** Of each traveller. */
  peopleByOutcome: Record<Outcome, number>
  byDecision: Record<Decision, Count>
  /** Why a decision departed from what the verdict asks for. */
  byReason: Partial<Record<ReasonCode, Count>>
  /** Why travellers were not accepted. */
  byFinding: Partial<Record<FindingCode, number>>
  byKind: Record<CountedKind, Count>
  /** Where those who came in came from, as officers wrote it, the most first; the others in one. */
  byOrigin: { named: readonly Named[]; others: Count; unsaid: Count }
  /** Decisions that departed from the verdict, and whose; null: nobody had signed in. */
  overrides: Count & { byOfficer: readonly (Count & { officer: string | null })[] }
  /** Let pass as an emergency, whatever the verdict was; and how many of them no supervisor has seen yet. */
  emergencies: Count & { unseen: number }
  /** People who were referred in this time and were neither let pass in it since, nor showed what they were sent for. */
  openReferrals: number
  /** Corrected since they were recorded, and entered later, from paper. */
  amended: number
  enteredLater: number
  /** From the first scan to the decision, in seconds; null where nothing was scanned. */
  handling: { measured: number; median: number; ninetieth: number; longest: number } | null
}
