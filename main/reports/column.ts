/** What a column of a report is: everything that a writer must know of it, so that no writer decides by a value. */
import type { ReportedCrossing } from '../../shared/domain/crossing/reported-crossing.ts'
import type { Traveller } from '../../shared/domain/crossing/crossing.ts'
import type { Locale, Sentences } from '../../shared/language/locale.ts'
import type { Mask } from './mask.ts'

/** One row: a traveller of a crossing; a crossing in which nobody is named has one row without. */
export interface Line {
  reported: ReportedCrossing
  traveller: Traveller | null
  /** From 1: in a vehicle the first is the driver. */
  order: number
  post: string
  lane: string
  /** What is written over the whole report (`LƯU HÀNH NỘI BỘ`); null: nothing. */
  marking: string | null
}

interface Common {
  /** What programs call it; stable. */
  key: string
  heading: Sentences
  /** In characters, for spreadsheets. */
  width: number
  /** Whether all rows of a crossing have the same. */
  of: 'crossing' | 'traveller'
}

/** Of a stranger's or an officer's hand: whatever it looks like, it stays text. */
export interface TextColumn extends Common {
  type: 'text'
  value: (line: Line) => string | null
  /** How it reads where identities are not shown; null: it is nobody's. */
  mask: Mask | null
  /** Whether a stranger can have put a formula into it; else it is of our own making. */
  foreign: boolean
}

export interface IntegerColumn extends Common {
  type: 'integer'
  value: (line: Line) => number | null
  /** Whether its sum means something. */
  total: boolean
}

/** Epoch milliseconds, written as a clock at the post shows them. */
export interface WallTimeColumn extends Common {
  type: 'wall-time'
  value: (line: Line) => number | null
}

/** One of our own codes: written as it is for programs, in words for people. */
export interface ChoiceColumn extends Common {
  type: 'choice'
  value: (line: Line) => string | null
  words: Record<Locale, Readonly<Record<string, string>>>
}

export type Column = TextColumn | IntegerColumn | WallTimeColumn | ChoiceColumn
