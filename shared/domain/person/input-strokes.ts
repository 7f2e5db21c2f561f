/**
 * Vietnamese as its keys were struck: `Nguyeenx Vawn A` is what Telex leaves, and `Nguye6n4 Va8n A` what VNI leaves, where
 * the program that makes letters of the strokes was off. In Telex doubled vowels, `w` and `dd` make letters, and
 * `f s r x j` tones; in VNI 6 to 9 make letters, and 1 to 5 tones.
 */
import { isVietnameseSyllable } from './vietnamese-syllable.ts'

const shapes: readonly (readonly [RegExp, string])[] = [
  [/^dd/, 'đ'],
  [/uow|uwow/, 'ươ'],
  [/aa/, 'â'],
  [/ee/, 'ê'],
  [/oo/, 'ô'],
  [/aw/, 'ă'],
  [/ow/, 'ơ'],
  [/uw/, 'ư'],
]

function shaped(word: string): string {
  return shapes.reduce((made, [keys, letter]) => made.replace(keys, letter), word)
}

/** The longest syllable has seven letters, two of which may take two strokes, and one stroke for its tone. */
const mostStrokes = 10

/** Whether a word that is no syllable becomes one when its strokes are read as Telex. */
function isTyped(word: string): boolean {
  if (word.length > mostStrokes || !/^[a-z]+$/.test(word)) return false
  if (isVietnameseSyllable(shaped(word))) return true
  return Array.from(word).some(
    (key, at) =>
      'fsrxj'.includes(key) &&
      /[aeiouy]/.test(word.slice(0, at)) &&
      isVietnameseSyllable(shaped(word.slice(0, at) + word.slice(at + 1))),
  )
}

/**
 * Strokes that no other language has at such a place; `Lee`, `Moon`, `Max`, `Hans` and `Dawn` are names. `Thị` and `Văn`,
 * which half of all names have, are telling by themselves.
 */
const telling = /^dd|[iy]ee|uoo|uo?w[a-z]|[cghmnpt][fjx]$|[aeiouyw][fjx][cghmnpt]|^thij$|^vawn$/
/** Tones behind a vowel, which a short foreign name may end in as well: it takes two of them. */
const likely = /[aeiouyw][fj]$/

const digitMarks: Readonly<Record<string, string>> = { 6: '\u0302', 7: '\u031B', 8: '\u0306' }

/** Whether a word with digits is a syllable in VNI's strokes. */
function isDigitTyped(word: string): boolean {
  if (word.length > mostStrokes || !/^[a-z]+[1-9][a-z1-9]*$/.test(word)) return false
  const letters = word
    .replace(/[1-5]/, '')
    .replace(/d9/, 'đ')
    .replace(/u7?o7/, 'ươ')
    .replace(/[678]/g, (digit) => digitMarks[digit] ?? '')
    .normalize('NFC')
  return isVietnameseSyllable(letters)
}

/** Whether a name has digits that are VNI's strokes: every word that has some becomes a syllable. */
export function hasVniStrokes(name: string): boolean {
  const words = name
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => /\d/.test(word))
  return words.length > 0 && words.every(isDigitTyped)
}

/** Whether a whole name is in Telex's strokes: every word is a syllable, an initial, or becomes a syllable. */
export function hasTelexStrokes(name: string): boolean {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '')
  const typed = words.filter((word) => word.length > 1 && !isVietnameseSyllable(word))
  if (typed.length === 0 || !typed.every(isTyped)) return false
  return typed.some((word) => telling.test(word)) || typed.filter((word) => likely.test(word)).length > 1
}
