/**
 * Vietnamese as its keys were struck: `Nguyeenx Vawn A` is what Telex leaves where the program that makes letters of the
 * strokes was off. Doubled vowels, `w` and `dd` make letters, and `f s r x j` make tones.
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

/** Strokes that no other language has at such a place; `Lee`, `Moon`, `Max`, `Hans` and `Dawn` are names. */
const telling = /^dd|[iy]ee|uoo|uo?w[a-z]|[cghmnpt][fjx]$|[aeiouyw][fjx][cghmnpt]/
/** Tones behind a vowel, which a short foreign name may end in as well: it takes two of them. */
const likely = /[aeiouyw][fj]$/

/** Whether a whole name was left as it was typed in Telex: every word is a syllable or becomes one. */
export function isTelexTyping(name: string): boolean {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '')
  const typed = words.filter((word) => !isVietnameseSyllable(word))
  if (typed.length === 0 || !typed.every(isTyped)) return false
  return typed.some((word) => telling.test(word)) || typed.filter((word) => likely.test(word)).length > 1
}
