/**
 * People's names made comparable: Vietnamese with and without marks, ICAO 9303's `<`, foreign letters, stray spaces,
 * case and punctuation.
 */
import { foldLetters, type FoldingStyle } from './letter-folding.ts'
import { longestComparedName, mostNameParts } from '../limits.ts'

/** More than any name has: what follows in a longer text is not searched for. */
const longestSearched = 512

/**
 * The parts of a name, in A to Z. Hyphens, `<`, digits and all else that is no letter separate parts; apostrophes join
 * them (O'Brien is OBRIEN). What is written in another script has no parts: it cannot be compared.
 */
export function nameTokens(name: string, style: FoldingStyle = 'plain'): string[] {
  return foldLetters(name.slice(0, longestSearched), style)
    .replace(/['’ʼ`´]/g, '')
    .split(/[^A-Z]+/)
    .filter((token) => token !== '')
}

/** A name as one comparable text: its parts with single spaces. `Đỗ  Thị-Bích` is `DO THI BICH`. */
export function foldName(name: string, style: FoldingStyle = 'plain'): string {
  return nameTokens(name, style).join(' ')
}

/**
 * The parts of a name by which two people are told apart: all of them. Null for a name of more letters or parts than
 * people have, which is not cut short, since what is left of two such names may be the same.
 */
export function comparableParts(name: string, style: FoldingStyle): string[] | null {
  if (name.length > longestComparedName) return null
  const parts = nameTokens(name, style)
  return parts.length > mostNameParts ? null : parts
}
