/** Do two names mean one person? Order, repetition and spacing are forgiven; a missing or foreign part is not. */
import { nameTokens } from './names.ts'

/**
 * From the closest to the farthest.
 * `equal`; `reordered`: the same parts, family and given name exchanged for instance; `respaced`: the same letters in
 * other parts (BAODUY, BAO DUY); `repeated`: the same parts, some of them twice (Singapore's codes repeat the given name
 * within the surname); `part-missing`: one is the other without some part, as where a middle name is left out;
 * `partial`: something is shared; `unrelated`: nothing is; `unknown`: one of them has no Latin letters.
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
] as const
export type NameComparison = (typeof nameComparisons)[number]

/** Shorter parts (initials, VU in VUONG) occur within others by chance. */
const tellingLength = 3

function compareTokens(one: readonly string[], other: readonly string[]): NameComparison {
  if (one.length === 0 || other.length === 0) return 'unknown'
  const joined = one.join('')
  const otherJoined = other.join('')
  if (one.join(' ') === other.join(' ')) return 'equal'
  if (one.toSorted().join(' ') === other.toSorted().join(' ')) return 'reordered'
  if (joined === otherJoined || isRotation(one, otherJoined)) return 'respaced'
  const a = new Set(one)
  const b = new Set(other)
  const shared = [...a].filter((token) => b.has(token)).length
  if (shared === a.size && shared === b.size) return 'repeated'
  if (shared === a.size || shared === b.size) return 'part-missing'
  return shared > 0 || occursIn(one, otherJoined) || occursIn(other, joined) ? 'partial' : 'unrelated'
}

/** Does some part occur in the other name run together? */
function occursIn(tokens: readonly string[], joined: string): boolean {
  return tokens.some((token) => token.length >= tellingLength && joined.includes(token))
}

/** Is `joined` these parts run together, beginning at any of them and going round? */
function isRotation(tokens: readonly string[], joined: string): boolean {
  return tokens.some((_, start) => [...tokens.slice(start), ...tokens.slice(0, start)].join('') === joined)
}

/** The names with marks dropped and with ICAO's expansions. */
function readingsOf(names: readonly string[]): string[][] {
  return names.flatMap((name) => [nameTokens(name, 'plain'), nameTokens(name, 'expanded')])
}

/**
 * Compares names. Each side may be given in several ways of writing it (as printed, as transliterated); each is read with
 * marks dropped and as ICAO expands them, and the closest pair counts.
 */
export function compareNames(one: readonly string[], other: readonly string[]): NameComparison {
  const others = readingsOf(other)
  const found = new Set(readingsOf(one).flatMap((a) => others.map((b) => compareTokens(a, b))))
  return nameComparisons.find((comparison) => found.has(comparison)) ?? 'unknown'
}
