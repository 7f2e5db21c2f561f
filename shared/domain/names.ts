/**
 * People's names made comparable: Vietnamese with and without marks, ICAO 9303's `<`, foreign letters, stray spaces,
 * case and punctuation.
 */
import { foldLetters, type FoldingStyle } from './letter-folding.ts'

/** More than any name has: what follows in a longer text is not compared. */
const longestCompared = 512

/**
 * The parts of a name, in A to Z. Hyphens, `<`, digits and all else that is no letter separate parts; apostrophes join
 * them (O'Brien is OBRIEN). What is written in another script has no parts: it cannot be compared.
 */
export function nameTokens(name: string, style: FoldingStyle = 'plain'): string[] {
  return foldLetters(name.slice(0, longestCompared), style)
    .replace(/['’ʼ`´]/g, '')
    .split(/[^A-Z]+/)
    .filter((token) => token !== '')
}

/** A name as one comparable text: its parts with single spaces. `Đỗ  Thị-Bích` is `DO THI BICH`. */
export function foldName(name: string, style: FoldingStyle = 'plain'): string {
  return nameTokens(name, style).join(' ')
}
