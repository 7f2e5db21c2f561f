/** The words of a crossing as a whole: what its panel is headed by, and how many of its people came out how. */
import type { CrossingOutcome } from '../domain/crossing/crossing-outcome.ts'
import type { Locale } from './locale.ts'
import { outcomeWords, say } from './say.ts'

const words = {
  vi: {
    some: 'ĐẠT {accepted, number}',
    accepted: '{accepted, number} đạt',
    rejected: '{rejected, number} không',
    check: '{check, number} cần xem',
    missing: 'còn thiếu {missing, number}',
    surplus: 'thừa {surplus, number}',
    uncounted: 'chưa đếm',
  },
  en: {
    some: 'VALID {accepted, number}',
    accepted: '{accepted, number} valid',
    rejected: '{rejected, number} not',
    check: '{check, number} to check',
    missing: '{missing, number} missing',
    surplus: '{surplus, number} too many',
    uncounted: 'not counted',
  },
} as const satisfies Record<Locale, Record<string, string>>

/** The panel's word: that all are valid is said only where all are there, else how many are so far. */
export function sayWholeWord(locale: Locale, { worst, filled, accepted }: CrossingOutcome): string {
  return worst === 'accepted' && !filled ? say(locale, words[locale].some, { accepted }) : outcomeWords[locale][worst]
}

/** Beside that word: `17 đạt · 2 không · còn thiếu 3`; empty where the word says everything. */
export function sayWholeCounts(locale: Locale, whole: CrossingOutcome): string {
  const { worst, filled, completeness, accepted, rejected, check, missing, surplus } = whole
  if (completeness === 'alone') return ''
  const inWord = worst === 'accepted' && !filled
  const counted = { accepted: inWord ? 0 : accepted, rejected, check, missing, surplus }
  const said = (['accepted', 'rejected', 'check', 'missing', 'surplus'] as const)
    .filter((part) => counted[part] > 0)
    .map((part) => say(locale, words[locale][part], counted))
  return [...said, ...(completeness === 'uncounted' ? [words[locale].uncounted] : [])].join(' · ')
}
