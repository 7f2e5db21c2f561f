/**
 * Letters as the 26 of a machine-readable zone (ICAO 9303-3, section 6): what a passport, a certificate's
 * transliteration and an airline make of them.
 *
 * Letters with a mark that Unicode takes apart simply lose it; listed here is what Unicode leaves whole, and the letters
 * that ICAO writes with two.
 */

/** Letters that Unicode does not take apart; one reading each. In upper case. */
const whole: Readonly<Record<string, string>> = {
  Đ: 'D',
  Ð: 'D',
  Ɖ: 'D',
  Ɗ: 'D',
  Þ: 'TH',
  Æ: 'AE',
  Ǽ: 'AE',
  Œ: 'OE',
  ẞ: 'SS',
  Ł: 'L',
  Ħ: 'H',
  Ŧ: 'T',
  Ŋ: 'N',
  ĸ: 'Q',
  Ə: 'E',
  Ɛ: 'E',
  Ɔ: 'O',
  Ɓ: 'B',
  Ƀ: 'B',
  Ƙ: 'K',
  Ʉ: 'U',
  Ɨ: 'I',
}

/** Letters that ICAO writes with two while many people, and their airlines, drop the mark. */
const twofold: Readonly<Record<string, readonly [plain: string, expanded: string]>> = {
  Ä: ['A', 'AE'],
  Ö: ['O', 'OE'],
  Ü: ['U', 'UE'],
  Å: ['A', 'AA'],
  Ø: ['O', 'OE'],
  Ǿ: ['O', 'OE'],
}

/** `plain` drops marks (Ä is A, Ø is O), `expanded` follows ICAO's two-letter recommendations (AE, OE). */
export type FoldingStyle = 'plain' | 'expanded'

/** Upper case, without marks, foreign letters as A to Z; other scripts and all punctuation are left as they are. */
export function foldLetters(text: string, style: FoldingStyle): string {
  let folded = ''
  // Compatibility composition first: full-width letters, ligatures and separate marks become what they stand for.
  for (const letter of text.normalize('NFKC').toUpperCase()) {
    const two = twofold[letter]
    folded += two ? two[style === 'plain' ? 0 : 1] : (known.get(letter) ?? foldLetter(letter))
  }
  return folded
}

/** Taking a letter apart is most of the work, and names are made of a few hundred letters. */
const known = new Map(Object.entries(whole))
const mostKnown = 2000

function foldLetter(letter: string): string {
  const folded = letter.normalize('NFD').replace(/\p{M}/gu, '')
  if (known.size < mostKnown) known.set(letter, folded)
  return folded
}
