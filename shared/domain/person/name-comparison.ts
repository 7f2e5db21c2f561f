/** Do two names mean one person? Order, repetition and spacing are forgiven; a missing or foreign part is not. */
import { longestComparedName, mostNamesKept } from '../limits.ts'
import { comparableParts } from './names.ts'

/**
 * From the closest to the farthest.
 * `equal`; `reordered`: the same parts, family and given name exchanged for instance; `respaced`: the same letters in
 * other parts (BAODUY, BAO DUY); `repeated`: the same parts, some of them twice (Singapore's codes repeat the given name
 * within the surname); `part-missing`: one is the other without some part, as where a middle name is left out;
 * `partial`: something is shared; `unrelated`: nothing is; `unknown`: one of them has no Latin letters; `too-long`: one of
 * them has more letters or parts than people's names have.
 */
export const nameComparisons = [
  'equal',
  'reordered',
  'respaced',
  'repeated',
  'part-missing',
  'partial',
  'unrelated',
  'unknown',
  'too-long',
] as const
export type NameComparison = (typeof nameComparisons)[number]

/** Shorter parts (initials, VU in VUONG) occur within others by chance, and alone tell nobody apart. */
const tellingLength = 3

/** One way to read a name, with all that comparing asks of it: names are read once and compared often. */
interface Reading {
  parts: readonly string[]
  distinct: ReadonlySet<string>
  /** The parts with single spaces, the same in the order of the alphabet, and run together. */
  spaced: string
  sorted: string
  joined: string
}

function readingOf(parts: readonly string[]): Reading {
  const sorted = parts.toSorted().join(' ')
  return { parts, distinct: new Set(parts), spaced: parts.join(' '), sorted, joined: parts.join('') }
}

function compareReadings(one: Reading | null, other: Reading | null): NameComparison {
  if (!one || !other) return 'too-long'
  if (one.parts.length === 0 || other.parts.length === 0) return 'unknown'
  if (one.spaced === other.spaced) return 'equal'
  if (one.sorted === other.sorted) return 'reordered'
  if (isRotation(one, other.joined)) return 'respaced'
  const [a, b] = [one.distinct, other.distinct]
  const shared = [...a].filter((part) => b.has(part))
  if (shared.length === a.size && shared.length === b.size && shared.some(isTelling)) return 'repeated'
  if (shared.length === a.size || shared.length === b.size) return 'part-missing'
  return shared.length > 0 || occursIn(a, other.joined) || occursIn(b, one.joined) ? 'partial' : 'unrelated'
}

const isTelling = (part: string): boolean => part.length >= tellingLength

/** Does some part occur in the other name run together? */
function occursIn(parts: ReadonlySet<string>, joined: string): boolean {
  return [...parts].some((part) => isTelling(part) && joined.includes(part))
}

/** Is `joined` these parts run together, beginning at any of them and going round? */
function isRotation({ parts, joined }: Reading, other: string): boolean {
  if (joined.length !== other.length) return false
  const round = joined + joined
  let start = 0
  return parts.some((part) => {
    const begins = round.startsWith(other, start)
    start += part.length
    return begins
  })
}

/** Null: too long to be compared. */
type Readings = readonly (Reading | null)[]

const kept = new Map<string, Readings>()

/** A name with marks dropped and, where that differs, with ICAO's expansions. */
function readingsOfName(name: string): Readings {
  if (name.length > longestComparedName) return [null]
  const known = kept.get(name)
  if (known) return known
  const parts = (['plain', 'expanded'] as const).map((style) => comparableParts(name, style))
  const readings = distinct(parts.map((each) => each && readingOf(each)))
  if (kept.size >= mostNamesKept) kept.clear()
  kept.set(name, readings)
  return readings
}

function distinct(readings: Readings): Readings {
  return readings.filter((one, index) => readings.findIndex((other) => other?.spaced === one?.spaced) === index)
}

/**
 * Compares names. Each side may be given in several ways of writing it (as printed, as transliterated); each is read with
 * marks dropped and as ICAO expands them, and the closest pair counts.
 */
export function compareNames(one: readonly string[], other: readonly string[]): NameComparison {
  const others = distinct(other.flatMap(readingsOfName))
  const found = new Set(distinct(one.flatMap(readingsOfName)).flatMap((a) => others.map((b) => compareReadings(a, b))))
  return nameComparisons.find((comparison) => found.has(comparison)) ?? 'unknown'
}
